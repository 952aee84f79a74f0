package org.rayonka.gateway.edgecache;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * The request that leads a flight: its answer is recorded on its way to the client, who
 * gets an older one, if that is still good, when the new one fails or lets wait.
 */
final class Leading {

	private final Recording recording;

	private final HttpRequest request;

	private final @Nullable StoredAnswer older;

	private Course course = Course.EXPECTED;

	/**
	 * Begins to wait for the answer.
	 * @param older a former answer that is good when there is no new one
	 */
	Leading(Recording recording, HttpRequest request, @Nullable StoredAnswer older) {
		this.recording = recording;
		this.request = request;
		this.older = older;
	}

	/**
	 * Sends the older answer if no new one has begun, and gives the connection up, since
	 * the new one is still owed on it.
	 */
	void waitNoLonger(ChannelHandlerContext context) {
		if (this.course == Course.EXPECTED && this.older != null) {
			this.course = Course.GIVEN_UP;
			this.recording.fail(this.older);
			ChannelFuture _ = context.writeAndFlush(this.older.lastResponse(this.request))
				.addListener(ChannelFutureListener.CLOSE);
		}
	}

	/** Takes what is written for the client. */
	void write(ChannelHandlerContext context, Object message, boolean last, ChannelPromise promise) {
		if (message instanceof HttpResponse head) {
			begin(head);
		}
		record(message, last);
		if (this.course == Course.PASSED_ON) {
			ChannelFuture _ = context.write(message, promise);
			return;
		}
		ReferenceCountUtil.release(message);
		if (last && this.course == Course.REPLACED && this.older != null) {
			ChannelFuture _ = context.write(this.older.response(this.request), promise);
		}
		else {
			promise.setSuccess();
		}
	}

	void abandon() {
		this.recording.end(Flight.End.ABANDONED);
	}

	private void begin(HttpResponse head) {
		if (this.course != Course.EXPECTED) {
			return;
		}
		if (head.status().code() >= 500 && this.older != null) {
			this.course = Course.REPLACED;
			this.recording.fail(this.older);
		}
		else {
			this.course = Course.PASSED_ON;
			this.recording.begin(head);
			EdgeCache.withhold(head);
		}
	}

	private void record(Object message, boolean last) {
		switch (message) {
			case HttpContent part -> this.recording.add(part.content());
			case ByteBuf part -> this.recording.add(part);
			case HttpResponse _ -> {
			}
			default -> this.recording.end(Flight.End.NOT_SHARED);
		}
		if (last) {
			this.recording.complete(System.nanoTime());
		}
	}

	/**
	 * What becomes of the answer.
	 */
	private enum Course {

		/** It has not begun. */
		EXPECTED,

		/** It goes to the client. */
		PASSED_ON,

		/** The older one goes in its place. */
		REPLACED,

		/** The older one has gone, and the connection with it. */
		GIVEN_UP

	}

}
