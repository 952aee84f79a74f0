package org.rayonka.gateway.protection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServer;

/**
 * Cuts off clients that take nothing of what they were sent, so that nobody holds a
 * stream, or an answer in memory, by not reading it.
 */
@Component
class StalledClients implements NettyServerCustomizer {

	/**
	 * Bytes that the system keeps for a client: left alone it keeps megabytes, and a slow
	 * client would seem to take nothing for as long as those last.
	 */
	private static final int SEND_BUFFER = 256 * 1024;

	private final Duration limit;

	private final Counter cutOff;

	StalledClients(ProtectionProperties protection, MeterRegistry meters) {
		this.limit = protection.stallLimit();
		this.cutOff = Counter.builder("rayonka.gateway.stalled")
			.description("Connections closed because the client took nothing of its answer")
			.register(meters);
	}

	@Override
	public HttpServer apply(HttpServer server) {
		return server.childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER)
			.doOnChannelInit((observer, channel, address) -> channel.pipeline().addFirst(new Watch()));
	}

	/** Looks again and again while a client does not keep up. */
	private final class Watch extends ChannelInboundHandlerAdapter {

		private boolean watching;

		@Override
		public void channelWritabilityChanged(ChannelHandlerContext context) {
			if (!this.watching && !context.channel().isWritable()) {
				lookLater(context);
			}
			context.fireChannelWritabilityChanged();
		}

		private void lookLater(ChannelHandlerContext context) {
			ChannelOutboundBuffer unsent = context.channel().unsafe().outboundBuffer();
			this.watching = unsent != null;
			if (unsent != null) {
				long waiting = unsent.totalPendingWriteBytes();
				long progress = unsent.currentProgress();
				var _ = context.executor()
					.schedule(() -> look(context, unsent, waiting, progress), StalledClients.this.limit.toMillis(),
							TimeUnit.MILLISECONDS);
			}
		}

		private void look(ChannelHandlerContext context, ChannelOutboundBuffer unsent, long waiting, long progress) {
			this.watching = false;
			if (!context.channel().isActive() || context.channel().isWritable()) {
				return;
			}
			if (unsent.totalPendingWriteBytes() == waiting && unsent.currentProgress() == progress) {
				StalledClients.this.cutOff.increment();
				var _ = context.close();
			}
			else {
				lookLater(context);
			}
		}

	}

}
