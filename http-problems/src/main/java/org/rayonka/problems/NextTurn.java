package org.rayonka.problems;

import io.netty.channel.EventLoop;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServer;

/**
 * Lets no request be answered within the call that brings it. When one that had to wait
 * for the end of the one before is answered at once, Reactor Netty reads nothing more
 * from its connection (its issue 4361, mended in 1.3.8), and the next one waits for ever.
 */
final class NextTurn implements NettyServerCustomizer {

	@Override
	public HttpServer apply(HttpServer server) {
		return server.mapHandle((answer, connection) -> turn(connection).then(answer));
	}

	private static Mono<Void> turn(Connection connection) {
		EventLoop turns = connection.channel().eventLoop();
		return Mono.create((sink) -> turns.execute(sink::success));
	}

}
