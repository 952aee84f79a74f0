package org.rayonka.article.importing.fetch;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.web.util.UriUtils;

/**
 * Addresses as pages write them, with blanks and letters that addresses do not have.
 */
final class WebAddress {

	private static final Set<String> SCHEMES = Set.of("http", "https");

	private static final Pattern HOST = Pattern.compile("^((?:https?:)?//)([^/?#:@]+)");

	private WebAddress() {
	}

	static URI of(String address) {
		try {
			return checked(URI.create(encoded(address.strip())));
		}
		catch (IllegalArgumentException ex) {
			throw new PictureLostException("not an address");
		}
	}

	static URI of(URI from, String target) {
		try {
			return checked(from.resolve(encoded(target.strip())));
		}
		catch (IllegalArgumentException ex) {
			throw new PictureLostException("leads to what is no address");
		}
	}

	private static URI checked(URI address) {
		if (address.getScheme() == null || address.getHost() == null || address.getUserInfo() != null
				|| !SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))) {
			throw new PictureLostException("not an address of the web");
		}
		return address;
	}

	/** Encodes what is not encoded yet; names of hosts have a code of their own. */
	private static String encoded(String address) {
		Matcher host = HOST.matcher(address);
		if (host.find()) {
			return host.group(1) + IDN.toASCII(host.group(2)) + percents(address.substring(host.end()));
		}
		return percents(address);
	}

	private static String percents(String address) {
		StringBuilder encoded = new StringBuilder(address.length());
		address.codePoints().forEach((character) -> {
			boolean plain = character > ' ' && character < 127 && "\"<>\\^`{|}".indexOf(character) < 0;
			String letter = Character.toString(character);
			encoded.append(plain ? letter : UriUtils.encode(letter, StandardCharsets.UTF_8));
		});
		return encoded.toString();
	}

}
