package org.rayonka.gateway.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.rayonka.gateway.GatewayProblem;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What is answered in the place of a service that is away: a small page for readers, a
 * problem for programs; both say when to come back.
 */
@Component
class Standby {

	private final byte[] page = read("standby.html");

	Mono<Void> answer(ServerWebExchange exchange, Service service) {
		boolean reader = Routes.accepts(exchange, MediaType.TEXT_HTML_VALUE)
				&& (service == Service.WEB || service == Service.IDENTITY);
		return reader ? page(exchange)
				: Mono.error(new GatewayProblem.ServiceUnavailable(service.label(), Breakers.PAUSE));
	}

	private Mono<Void> page(ServerWebExchange exchange) {
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
		HttpHeaders headers = response.getHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Breakers.PAUSE.toSeconds()));
		headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
		headers.setCacheControl("no-store");
		headers.setContentLength(this.page.length);
		if (exchange.getRequest().getMethod().equals(HttpMethod.HEAD)) {
			return response.setComplete();
		}
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(this.page)));
	}

	private static byte[] read(String name) {
		try {
			return new ClassPathResource(name).getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
