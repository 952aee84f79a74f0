package org.rayonka.gateway.protection;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.gateway.EdgeStep;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Tells caches that an answer may come compressed or not, which the server that does it
 * leaves out.
 */
@Component
@Order(60)
class CompressedAnswers implements EdgeStep {

	private final List<String> types;

	CompressedAnswers(ServerProperties properties) {
		@Nullable Compression compression = properties.getCompression();
		this.types = (compression != null && compression.getEnabled()) ? List.of(compression.getMimeTypes())
				: List.of();
	}

	@Override
	public boolean pass(ServerWebExchange exchange) {
		exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> tell(exchange)));
		return true;
	}

	private void tell(ServerWebExchange exchange) {
		HttpHeaders headers = exchange.getResponse().getHeaders();
		@Nullable String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
		if (type != null && this.types.stream().anyMatch(type::startsWith)
				&& headers.getVary().stream().noneMatch(HttpHeaders.ACCEPT_ENCODING::equalsIgnoreCase)) {
			headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		}
	}

}
