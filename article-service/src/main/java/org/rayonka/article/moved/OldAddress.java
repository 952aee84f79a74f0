package org.rayonka.article.moved;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An address of an old site in the one form in which it is kept and asked for.
 *
 * @param path decoded and without a slash at its end, with its query
 */
public record OldAddress(String path) {

	private static final int LONGEST = 700;

	private static final Pattern SITE = Pattern.compile("(?i)^https?://[^/?#]*");

	/** None of these is ever part of an address that works. */
	private static final Pattern HIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cs}\uFFFD]");

	/**
	 * Reads an address.
	 * @param address absolute, or a path, perhaps with a query
	 * @return empty for a front page and for what is no address
	 */
	public static Optional<OldAddress> of(String address) {
		String local = SITE.matcher(address.strip()).replaceFirst("").replaceFirst("#.*$", "");
		int question = local.indexOf('?');
		String path = (question < 0) ? local : local.substring(0, question);
		String query = (question < 0) ? "" : local.substring(question);
		String plain = decoded(path).replaceFirst("/+$", "") + query;
		boolean usable = plain.startsWith("/") || plain.startsWith("?");
		return (usable && plain.length() <= LONGEST && !HIDDEN.matcher(plain).find())
				? Optional.of(new OldAddress(plain)) : Optional.empty();
	}

	/**
	 * The forms under which an address that a reader asks for may be kept.
	 * @param asked a path, perhaps with a query
	 * @return the most exact first; queries may have been added on the way
	 */
	static List<String> candidates(String asked) {
		return Stream.of(asked, asked.replaceFirst("\\?.*$", ""))
			.flatMap((form) -> of(form).stream())
			.map(OldAddress::path)
			.distinct()
			.toList();
	}

	private static String decoded(String path) {
		try {
			return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return path;
		}
	}

}
