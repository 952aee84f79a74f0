package org.rayonka.gateway.edgecache;

import java.util.ArrayDeque;
import java.util.Queue;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Answers the requests of one connection out of memory where it can. It stands between
 * HTTP's codec and Reactor Netty, which reads on demand and answers in order: so it
 * answers only while Reactor Netty owes no answer, and asks for the next request itself.
 */
final class EdgeCacheHandler extends ChannelDuplexHandler {

	private final EdgeCache cache;

	/** What came in while another connection fetches the answer wanted here. */
	private final Queue<Object> held = new ArrayDeque<>();

	/** Requests that Reactor Netty has to answer. */
	private int owed;

	private boolean waiting;

	/** Tells the present wait from those before. */
	private int waits;

	/** The one to be sent when the request has come in whole. */
	private @Nullable FullHttpResponse ready;

	private @Nullable Leading leading;

	/** Whether the client is too slow to be asked for more. */
	private boolean full;

	/** Whether the channel asked for more by itself until then. */
	private boolean automatic;

	/** Whether what is being written is only the news that an answer will come. */
	private boolean informational;

	EdgeCacheHandler(EdgeCache cache) {
		this.cache = cache;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (this.waiting) {
			this.held.add(message);
		}
		else if (message instanceof HttpRequest request) {
			begin(context, request);
		}
		else if (this.ready != null) {
			answer(context, message);
		}
		else {
			context.fireChannelRead(message);
		}
	}

	private void begin(ChannelHandlerContext context, HttpRequest request) {
		EdgeKey key = (this.owed == 0) ? this.cache.keyOf(request) : null;
		StoredAnswer known = (key != null) ? this.cache.find(key) : null;
		if (key == null || (known != null && !known.suits(request))) {
			pass(context, request);
		}
		else if (known != null && this.cache.isFresh(known)) {
			serve(known, request, Served.FROM_MEMORY);
		}
		else {
			fetch(context, request, key, known);
		}
	}

	private void fetch(ChannelHandlerContext context, HttpRequest request, EdgeKey key, @Nullable StoredAnswer known) {
		if (known != null && this.cache.renews(key, known, request)) {
			serve(known, request, Served.WHILE_RENEWED);
			return;
		}
		StoredAnswer older = (known != null && known.goodIfError(System.nanoTime())) ? known : null;
		Flight led = this.cache.lead(key);
		if (led != null) {
			this.cache.count(Served.FETCHED);
			lead(context, new Leading(new Recording(this.cache, key, led), request, older));
			Shareable.generalise(request, key);
			pass(context, request);
		}
		else {
			await(context, request, key, older);
		}
	}

	private void lead(ChannelHandlerContext context, Leading mine) {
		this.leading = mine;
		this.cache.soon(context.executor(), () -> {
			if (mine.equals(this.leading)) {
				mine.waitNoLonger(context);
			}
		});
	}

	private void await(ChannelHandlerContext context, HttpRequest request, EdgeKey key, @Nullable StoredAnswer older) {
		Flight underway = this.cache.underway(key);
		if (underway == null) {
			begin(context, request);
			return;
		}
		this.waiting = true;
		this.held.add(request);
		int mine = ++this.waits;
		underway.whenEnded((end) -> context.executor().execute(() -> goOn(context, mine, end, older)));
		if (older != null) {
			this.cache.soon(context.executor(), () -> goOn(context, mine, Flight.End.FAILED, older));
		}
	}

	private void goOn(ChannelHandlerContext context, int wait, Flight.End end, @Nullable StoredAnswer older) {
		if (!this.waiting || this.waits != wait) {
			return;
		}
		this.waiting = false;
		if (this.held.poll() instanceof HttpRequest request) {
			goOn(context, request, end, older);
		}
		while (!this.waiting && !this.held.isEmpty()) {
			channelRead(context, this.held.remove());
		}
		channelReadComplete(context);
	}

	private void goOn(ChannelHandlerContext context, HttpRequest request, Flight.End end,
			@Nullable StoredAnswer older) {
		switch (end) {
			case KEPT, ABANDONED -> begin(context, request);
			case NOT_SHARED -> pass(context, request);
			case FAILED -> {
				if (older != null) {
					serve(older, request, Served.INSTEAD);
				}
				else {
					pass(context, request);
				}
			}
		}
	}

	private void serve(StoredAnswer known, HttpRequest request, Served how) {
		this.cache.count(how);
		this.ready = known.response(request);
		ReferenceCountUtil.release(request);
	}

	private void answer(ChannelHandlerContext context, Object message) {
		ReferenceCountUtil.release(message);
		if (message instanceof LastHttpContent) {
			ChannelFuture _ = context.write(this.ready);
			this.ready = null;
			read(context);
		}
	}

	/**
	 * Asks for more, whoever wants it, unless the client does not take what it was sent.
	 */
	@Override
	public void read(ChannelHandlerContext context) {
		if (context.channel().isWritable()) {
			context.read();
			return;
		}
		if (!this.full) {
			this.full = true;
			this.automatic = context.channel().config().isAutoRead();
			context.channel().config().setAutoRead(false);
		}
		context.flush();
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext context) {
		if (this.full && context.channel().isWritable()) {
			this.full = false;
			context.channel().config().setAutoRead(this.automatic);
			context.read();
		}
		context.fireChannelWritabilityChanged();
	}

	private void pass(ChannelHandlerContext context, HttpRequest request) {
		this.owed++;
		context.fireChannelRead(request);
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		context.flush();
		context.fireChannelReadComplete();
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (message instanceof HttpResponse head) {
			this.informational = head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
			if (this.leading == null) {
				EdgeCache.withhold(head);
			}
		}
		boolean last = message instanceof LastHttpContent && !this.informational;
		if (this.leading == null || this.informational) {
			ChannelFuture _ = context.write(message, promise);
		}
		else {
			this.leading.write(context, message, last, promise);
		}
		if (last) {
			this.owed--;
			this.leading = null;
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		if (this.leading != null) {
			this.leading.abandon();
		}
		this.held.forEach(ReferenceCountUtil::release);
		this.held.clear();
		context.fireChannelInactive();
	}

}
