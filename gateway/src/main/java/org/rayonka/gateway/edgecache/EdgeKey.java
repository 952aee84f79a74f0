package org.rayonka.gateway.edgecache;

import java.util.List;
import java.util.Locale;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/**
 * By what an answer is found again: requests with the same key get the same bytes.
 *
 * @param uri path and query as they were sent
 * @param compressed whether the client takes gzip
 * @param crossOrigin whether the page of another site asks, who is told that it may read
 */
record EdgeKey(String uri, boolean compressed, boolean crossOrigin) {

	/**
	 * The key of a request, null for one that is none of the cache's business: of another
	 * kind, elsewhere, with a body, with a token, or on a connection that is to close.
	 */
	static @Nullable EdgeKey of(HttpRequest request, List<String> paths) {
		HttpHeaders headers = request.headers();
		if (!HttpMethod.GET.equals(request.method()) || !HttpVersion.HTTP_1_1.equals(request.protocolVersion())
				|| paths.stream().noneMatch((path) -> leadsTo(path, request.uri())) || isSpecial(headers)) {
			return null;
		}
		String encodings = headers.get(HttpHeaderNames.ACCEPT_ENCODING, "");
		return new EdgeKey(request.uri(), takesGzip(encodings), headers.contains(HttpHeaderNames.ORIGIN));
	}

	private static boolean leadsTo(String path, String uri) {
		return uri.startsWith(path) && (uri.length() == path.length() || uri.charAt(path.length()) == '?');
	}

	private static boolean isSpecial(HttpHeaders headers) {
		return headers.contains(HttpHeaderNames.AUTHORIZATION) || headers.contains(HttpHeaderNames.CONTENT_LENGTH)
				|| headers.contains(HttpHeaderNames.TRANSFER_ENCODING) || headers.contains(HttpHeaderNames.RANGE)
				|| headers.contains(HttpHeaderNames.EXPECT) || headers.contains(HttpHeaderNames.UPGRADE)
				|| headers.containsValue(HttpHeaderNames.CONNECTION, "close", true);
	}

	/** {@code gzip;q=0} is rare and means no; such a client gets it uncompressed. */
	private static boolean takesGzip(String encodings) {
		return encodings.contains("gzip") && !encodings.toLowerCase(Locale.ROOT).contains("gzip;q=0");
	}

}
