package org.rayonka.gateway.edgecache;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Listens to an answer on its way to the client who leads the flight, and keeps it for
 * the others if it may be kept.
 */
final class Recording {

	private static final Set<String> KEYED = Set.of("accept-encoding", "origin");

	/** Of these a page is told nothing, or what the key says. */
	private static final Set<String> KEYED_FOR_PAGES = Set.of("accept-language", "cookie");

	private final EdgeCache cache;

	private final EdgeKey key;

	private final Flight flight;

	private final ByteArrayOutputStream content = new ByteArrayOutputStream();

	private @Nullable HttpHeaders headers;

	private @Nullable Freshness freshness;

	private boolean over;

	Recording(EdgeCache cache, EdgeKey key, Flight flight) {
		this.cache = cache;
		this.key = key;
		this.flight = flight;
	}

	void begin(HttpResponse head) {
		this.headers = head.headers().copy();
		this.freshness = Freshness.of(head.headers().get(EdgeCache.DIRECTIVES));
		if (this.freshness == null || !HttpResponseStatus.OK.equals(head.status()) || variesMore(head.headers())) {
			if (replacesFormer(head.status())) {
				this.cache.forget(this.key);
			}
			end(Flight.End.NOT_SHARED);
		}
	}

	/** Failures and refusals say nothing of the answer before. */
	private static boolean replacesFormer(HttpResponseStatus status) {
		return status.code() < 500 && !HttpResponseStatus.TOO_MANY_REQUESTS.equals(status);
	}

	void add(ByteBuf part) {
		if (this.over) {
			return;
		}
		if (this.content.size() + part.readableBytes() > this.cache.largest()) {
			end(Flight.End.NOT_SHARED);
			return;
		}
		byte[] bytes = new byte[part.readableBytes()];
		part.getBytes(part.readerIndex(), bytes);
		this.content.writeBytes(bytes);
	}

	void complete(long now) {
		if (this.over || this.headers == null || this.freshness == null) {
			end(Flight.End.NOT_SHARED);
			return;
		}
		this.over = true;
		this.cache.land(this.key, this.flight,
				StoredAnswer.of(this.headers, this.content.toByteArray(), this.freshness, now));
	}

	/**
	 * Ends it with an older answer in place of a new one; does nothing once it is over.
	 */
	void fail(StoredAnswer older) {
		if (!this.over) {
			this.over = true;
			this.cache.fail(this.key, this.flight, older.spared(System.nanoTime()));
		}
	}

	/** Ends it without anything to keep; does nothing once it is over. */
	void end(Flight.End how) {
		if (!this.over) {
			this.over = true;
			this.cache.end(this.key, this.flight, how);
		}
	}

	/** On more than the key knows. */
	private boolean variesMore(HttpHeaders headers) {
		return headers.getAllAsString(HttpHeaderNames.VARY)
			.stream()
			.flatMap((line) -> Arrays.stream(line.split(",")))
			.map(String::strip)
			.anyMatch((name) -> !KEYED.contains(name.toLowerCase(Locale.ROOT))
					&& (this.key.language() == null || !KEYED_FOR_PAGES.contains(name.toLowerCase(Locale.ROOT))));
	}

}
