package org.rayonka.gateway.edgecache;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * For how long an answer is good, as its service says in {@code CDN-Cache-Control} (RFC
 * 9213, with the directives of RFC 9111 and RFC 5861).
 *
 * @param maxAge seconds for which it is served as it is
 * @param whileRevalidate seconds more for which it is served while a new one is fetched
 * @param ifError seconds more for which it is served when there is no new one to be had
 */
record Freshness(long maxAge, long whileRevalidate, long ifError) {

	static final Freshness DOUBTFUL = new Freshness(1, 0, 0);

	private static final Pattern MAX_AGE = seconds("max-age");

	private static final Pattern WHILE_REVALIDATE = seconds("stale-while-revalidate");

	private static final Pattern IF_ERROR = seconds("stale-if-error");

	/** Null when the answer may not be kept. */
	static @Nullable Freshness of(@Nullable String directives) {
		if (directives == null || directives.contains("no-store") || directives.contains("private")) {
			return null;
		}
		long maxAge = read(MAX_AGE, directives);
		return (maxAge > 0) ? new Freshness(maxAge, read(WHILE_REVALIDATE, directives), read(IF_ERROR, directives))
				: null;
	}

	private static long read(Pattern directive, String directives) {
		Matcher found = directive.matcher(directives);
		return found.find() ? Long.parseLong(found.group(1)) : 0;
	}

	private static Pattern seconds(String name) {
		return Pattern.compile("(?:^|[\\s,])" + name + "=(\\d{1,9})(?:$|[\\s,])");
	}

}
