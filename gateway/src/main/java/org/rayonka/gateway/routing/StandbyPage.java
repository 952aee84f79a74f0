package org.rayonka.gateway.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

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
 * The small page that readers get while what they came for is away.
 */
@Component
public class StandbyPage {

	private final byte[] page = read();

	/**
	 * Whether somebody reads the answer in a browser.
	 * @param exchange the request
	 * @return false for programs, which get a problem instead
	 */
	public static boolean isFor(ServerWebExchange exchange) {
		return Routes.accepts(exchange, MediaType.TEXT_HTML_VALUE);
	}

	/**
	 * Answers 503 with the page.
	 * @param exchange of a reader
	 * @param wait when to come back
	 * @return completes when it is written
	 */
	public Mono<Void> show(ServerWebExchange exchange, Duration wait) {
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
		HttpHeaders headers = response.getHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
		headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
		headers.setCacheControl("no-store");
		headers.setContentLength(this.page.length);
		if (exchange.getRequest().getMethod().equals(HttpMethod.HEAD)) {
			return response.setComplete();
		}
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(this.page)));
	}

	private static byte[] read() {
		try {
			return new ClassPathResource("standby.html").getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
