package org.rayonka.gateway.edgecache;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/**
 * Which requests get the same answer as others, and what sets one apart from them is
 * taken away before its service is asked: a page cannot depend on what it is not told.
 */
final class Shareable {

	private static final List<String> LANGUAGES = List.of("ru", "en");

	private static final int LONGEST_WISH = 200;

	private final List<String> paths;

	private final List<String> noPages;

	private final Set<String> marks;

	/** Finds a personal cookie in a line of cookies. */
	private final Pattern personal;

	/** The same on the front page of the network. */
	private final Pattern personalInFront;

	private final LoadingCache<String, String> languages = Caffeine.newBuilder()
		.maximumSize(1_000)
		.build(Shareable::preferred);

	Shareable(EdgeCacheProperties properties) {
		this.paths = properties.paths();
		this.noPages = properties.noPages();
		this.marks = properties.marks();
		this.personal = anyOf(properties.personalCookies().stream());
		this.personalInFront = anyOf(
				Stream.concat(properties.personalCookies().stream(), properties.frontCookies().stream()));
	}

	/**
	 * The key of a request, null for one that is none of the cache's business: of another
	 * kind, elsewhere, with a body, with a token, for one reader, or on a connection that
	 * is to close.
	 */
	@Nullable EdgeKey keyOf(HttpRequest request) {
		HttpHeaders headers = request.headers();
		if (!HttpMethod.GET.equals(request.method()) || !HttpVersion.HTTP_1_1.equals(request.protocolVersion())
				|| isSpecial(headers)) {
			return null;
		}
		boolean compressed = takesGzip(headers.get(HttpHeaderNames.ACCEPT_ENCODING, ""));
		if (this.paths.stream().anyMatch((path) -> leadsTo(path, request.uri()))) {
			return new EdgeKey(request.uri(), compressed, headers.contains(HttpHeaderNames.ORIGIN), null);
		}
		if (this.noPages.stream().anyMatch(request.uri()::startsWith)) {
			return null;
		}
		String page = unmarked(request.uri());
		// with a query of ours it is one reader's question
		return (page.indexOf('?') >= 0 || isPersonal(page, headers)) ? null
				: new EdgeKey(page, compressed, false, this.languages.get(wish(headers)));
	}

	/** Makes a request ask for what all with its key get, and for the whole of it. */
	static void generalise(HttpRequest request, EdgeKey key) {
		HttpHeaders headers = request.headers();
		headers.remove(HttpHeaderNames.IF_NONE_MATCH).remove(HttpHeaderNames.IF_MODIFIED_SINCE);
		if (key.language() != null) {
			headers.remove(HttpHeaderNames.COOKIE).remove(HttpHeaderNames.ORIGIN);
			headers.set(HttpHeaderNames.ACCEPT_LANGUAGE, key.language());
			request.setUri(key.uri());
		}
	}

	/** The address of the page that a link from another site leads to. */
	private String unmarked(String uri) {
		int query = uri.indexOf('?');
		return (query >= 0 && Arrays.stream(uri.substring(query + 1).split("&", -1)).allMatch(this::isMark))
				? uri.substring(0, query) : uri;
	}

	private boolean isMark(String parameter) {
		int equals = parameter.indexOf('=');
		return this.marks.contains((equals < 0) ? parameter : parameter.substring(0, equals));
	}

	private boolean isPersonal(String page, HttpHeaders headers) {
		Pattern cookies = page.equals("/") ? this.personalInFront : this.personal;
		return headers.getAll(HttpHeaderNames.COOKIE).stream().anyMatch(cookies.asPredicate());
	}

	private static Pattern anyOf(Stream<String> cookies) {
		return Pattern.compile(cookies.map(Pattern::quote).collect(Collectors.joining("|", "(?:^|;\\s*)(?:", ")=")));
	}

	private static String wish(HttpHeaders headers) {
		String wish = headers.get(HttpHeaderNames.ACCEPT_LANGUAGE, "");
		return (wish.length() > LONGEST_WISH) ? "" : wish;
	}

	/** RFC 4647, 3.4. */
	private static String preferred(String wish) {
		try {
			String found = wish.isBlank() ? null : Locale.lookupTag(Locale.LanguageRange.parse(wish), LANGUAGES);
			return (found != null) ? found : LANGUAGES.getFirst();
		}
		catch (IllegalArgumentException ex) {
			return LANGUAGES.getFirst();
		}
	}

	private static boolean leadsTo(String path, String uri) {
		return uri.startsWith(path) && (uri.length() == path.length() || uri.charAt(path.length()) == '?');
	}

	private static boolean isSpecial(HttpHeaders headers) {
		return headers.contains(HttpHeaderNames.AUTHORIZATION) || headers.contains(HttpHeaderNames.CONTENT_LENGTH)
				|| headers.contains(HttpHeaderNames.TRANSFER_ENCODING) || headers.contains(HttpHeaderNames.RANGE)
				|| headers.contains(HttpHeaderNames.EXPECT)
				|| headers.containsValue(HttpHeaderNames.CONNECTION, "close", true);
	}

	/** {@code gzip;q=0} is rare and means no; such a client gets it uncompressed. */
	private static boolean takesGzip(String encodings) {
		return encodings.contains("gzip") && !encodings.toLowerCase(Locale.ROOT).contains("gzip;q=0");
	}

}
