package org.rayonka.gateway.routing;

import java.util.List;
import java.util.Objects;

import io.netty.channel.ChannelOption;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * The bounded pools of connections to services. Streams have a pool of their own, so that
 * many open ones do not keep ordinary requests waiting.
 */
@Configuration(proxyBeanMethods = false)
class Connections {

	@Bean
	ConnectionProvider ordinaryPool(ConnectionProperties limits) {
		return ConnectionProvider.builder("services")
			.maxConnections(limits.max())
			.pendingAcquireMaxCount(limits.maxWaiting())
			.pendingAcquireTimeout(limits.waitLimit())
			.maxIdleTime(limits.maxIdle())
			.lifo()
			.build();
	}

	@Bean
	ConnectionProvider streamPool(ConnectionProperties limits) {
		return ConnectionProvider.builder("streams")
			.maxConnections(limits.maxStreams())
			.pendingAcquireMaxCount(0)
			.pendingAcquireTimeout(limits.waitLimit())
			.maxIdleTime(limits.maxIdle())
			.build();
	}

	/** Ordinary calls; the time until an answer begins is watched per route. */
	@Bean
	HttpClient ordinaryClient(ConnectionProvider ordinaryPool, ConnectionProperties limits) {
		return client(ordinaryPool, limits).responseTimeout(limits.silenceLimit());
	}

	@Bean
	HttpClient streamClient(ConnectionProvider streamPool, ConnectionProperties limits) {
		return client(streamPool, limits).responseTimeout(limits.streamSilenceLimit());
	}

	@Bean
	NettyRoutingFilter routingFilter(HttpClient ordinaryClient, HttpClient streamClient,
			ObjectProvider<List<HttpHeadersFilter>> headersFilters, HttpClientProperties properties) {
		return new PacedRoutingFilter(ordinaryClient, streamClient, headersFilters, properties);
	}

	@Bean
	NettyWriteResponseFilter writingFilter(GatewayProperties properties,
			ObjectProvider<List<HttpHeadersFilter>> headersFilters) {
		return new NettyWriteResponseFilter(properties.getStreamingMediaTypes(), headersFilters);
	}

	/** Repeating a request is decided in one place: not here. */
	private static HttpClient client(ConnectionProvider pool, ConnectionProperties limits) {
		return HttpClient.create(pool)
			.disableRetry(true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) limits.connectLimit().toMillis());
	}

	/**
	 * Sends a route's requests through the client that its pace asks for.
	 */
	private static final class PacedRoutingFilter extends NettyRoutingFilter {

		private final HttpClient ordinary;

		private final HttpClient streams;

		PacedRoutingFilter(HttpClient ordinary, HttpClient streams, ObjectProvider<List<HttpHeadersFilter>> filters,
				HttpClientProperties properties) {
			super(ordinary, filters, properties);
			this.ordinary = ordinary;
			this.streams = streams;
		}

		@Override
		protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
			return Objects.equals(route.getMetadata().get(Pace.METADATA), Pace.STREAM) ? this.streams : this.ordinary;
		}

	}

}
