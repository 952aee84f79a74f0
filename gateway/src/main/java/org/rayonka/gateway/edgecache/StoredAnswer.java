package org.rayonka.gateway.edgecache;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;
import org.rayonka.tags.CacheTags;

/**
 * An answer as it is sent to everybody who asks.
 *
 * @param headers what goes with it, the same for all
 * @param body outside the heap, freed by the garbage collector once nobody sends it
 * @param tags of what it shows
 * @param freshness for how long it is good
 * @param since when it was complete, in nanoseconds of {@link System#nanoTime()}
 * @param spared until when no new one is asked for, the same
 */
record StoredAnswer(HttpHeaders headers, ByteBuf body, Set<String> tags, Freshness freshness, long since, long spared) {

	private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

	/** What concerns one connection or one client, or is not for clients at all. */
	private static final List<CharSequence> NOT_SHARED = List.of(HttpHeaderNames.CONNECTION, "Keep-Alive",
			HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderNames.CONTENT_LENGTH, HttpHeaderNames.SET_COOKIE, "RateLimit",
			"RateLimit-Policy", "traceparent", EdgeCache.DIRECTIVES, CacheTags.HEADER);

	private static final List<CharSequence> WITH_304 = List.of(HttpHeaderNames.CACHE_CONTROL, HttpHeaderNames.DATE,
			HttpHeaderNames.ETAG, HttpHeaderNames.EXPIRES, HttpHeaderNames.VARY);

	static StoredAnswer of(HttpHeaders sent, byte[] content, Freshness freshness, long now) {
		HttpHeaders headers = sent.copy();
		NOT_SHARED.forEach(headers::remove);
		headers.set(HttpHeaderNames.CONTENT_LENGTH, content.length);
		ByteBuf body = Unpooled
			.wrappedBuffer(ByteBuffer.allocateDirect(content.length).put(content).flip().asReadOnlyBuffer());
		return new StoredAnswer(headers, Unpooled.unreleasableBuffer(body),
				CacheTags.read(sent.get(CacheTags.HEADER, "")), freshness, now, now);
	}

	/** The same after a failure: its service is left alone for a moment. */
	StoredAnswer spared(long now) {
		return new StoredAnswer(this.headers, this.body, this.tags, this.freshness, this.since, now + PAUSE);
	}

	/** The same, good for a second alone. */
	StoredAnswer doubtful() {
		return new StoredAnswer(this.headers, this.body, this.tags, Freshness.DOUBTFUL, this.since, this.spared);
	}

	boolean fresh(long now) {
		return fresh(now, this.freshness.maxAge());
	}

	/** Fresh for so many seconds at most. */
	boolean fresh(long now, long most) {
		return age(now) < Math.min(this.freshness.maxAge(), most) || now - this.spared < 0;
	}

	boolean goodWhileRevalidating(long now) {
		return age(now) < this.freshness.maxAge() + this.freshness.whileRevalidate();
	}

	boolean goodIfError(long now) {
		return age(now) < this.freshness.maxAge() + this.freshness.ifError();
	}

	/** Whether the client takes the form that it has. */
	boolean suits(HttpRequest request) {
		String accept = request.headers().get(HttpHeaderNames.ACCEPT);
		String type = this.headers.get(HttpHeaderNames.CONTENT_TYPE, "");
		int parameters = type.indexOf(';');
		return accept == null || accept.contains("*/*")
				|| accept.contains((parameters < 0) ? type : type.substring(0, parameters));
	}

	/** The answer itself, or 304 for a client who has it. */
	FullHttpResponse response(HttpRequest request) {
		String known = request.headers().get(HttpHeaderNames.IF_NONE_MATCH);
		String tag = this.headers.get(HttpHeaderNames.ETAG);
		return (known != null && tag != null && matches(known, tag)) ? notModified() : whole();
	}

	/** The same, for a connection that is to close. */
	FullHttpResponse lastResponse(HttpRequest request) {
		FullHttpResponse response = response(request);
		HttpHeaders headers = response.headers().copy().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
		return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, response.status(), response.content(), headers,
				EmptyHttpHeaders.INSTANCE);
	}

	int weight() {
		return this.body.readableBytes() + 1024;
	}

	private FullHttpResponse whole() {
		return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, this.body.duplicate(),
				this.headers, EmptyHttpHeaders.INSTANCE);
	}

	private FullHttpResponse notModified() {
		HttpHeaders some = DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
		for (CharSequence name : WITH_304) {
			@Nullable String value = this.headers.get(name);
			if (value != null) {
				some.set(name, value);
			}
		}
		return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_MODIFIED, Unpooled.EMPTY_BUFFER,
				some, EmptyHttpHeaders.INSTANCE);
	}

	private static boolean matches(String known, String tag) {
		return known.equals("*") || known.contains(strong(tag));
	}

	/** RFC 9110, 13.1.2: tags are compared weakly. */
	private static String strong(String tag) {
		return tag.startsWith("W/") ? tag.substring(2) : tag;
	}

	private long age(long now) {
		return TimeUnit.NANOSECONDS.toSeconds(now - this.since);
	}

}
