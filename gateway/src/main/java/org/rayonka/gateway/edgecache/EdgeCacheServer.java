package org.rayonka.gateway.edgecache;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Puts the cache into each connection.
 */
@Component
class EdgeCacheServer implements NettyServerCustomizer {

	private final EdgeCache cache;

	EdgeCacheServer(EdgeCache cache) {
		this.cache = cache;
	}

	@Override
	public HttpServer apply(HttpServer server) {
		return server.doOnChannelInit((observer, channel, address) -> channel.pipeline()
			.addBefore(NettyPipeline.HttpTrafficHandler, "edge-cache", new EdgeCacheHandler(this.cache)));
	}

}
