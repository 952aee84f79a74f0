package org.rayonka.problems;

import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers every failure as {@code application/problem+json}: what the caller did wrong,
 * 503 for what is away, and 500 without a word about the inside for the rest.
 */
public final class Problems implements WebExceptionHandler, Ordered {

	/** Before Spring Boot's own handler, which answers in another form. */
	private static final int ORDER = -2;

	private static final Logger log = LoggerFactory.getLogger(Problems.class);

	private static final Map<Integer, String> TYPES = Map.of(400, "invalid-request", 401, "unauthenticated", 403,
			"forbidden", 404, "not-found", 405, "method-not-allowed", 406, "not-acceptable", 413, "too-large", 415,
			"unsupported-media-type", 503, "unavailable");

	private final JsonMapper json;

	/**
	 * Makes the handler.
	 * @param json the application's own mapper
	 */
	public Problems(JsonMapper json) {
		this.json = json;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(failure);
		}
		return write(exchange, describe(exchange, failure));
	}

	/**
	 * Writes a problem as the whole answer.
	 * @param exchange whose response is not committed yet
	 * @param problem the status, the headers and the body
	 * @return completes when the answer is written
	 */
	public Mono<Void> write(ServerWebExchange exchange, ErrorResponse problem) {
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(problem.getStatusCode());
		problem.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
		response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		response.getHeaders().setCacheControl("no-store");
		response.getHeaders().remove(HttpHeaders.ETAG);
		byte[] body = this.json.writeValueAsBytes(withStableType(problem.getBody()));
		response.getHeaders().setContentLength(body.length);
		if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
			return response.setComplete();
		}
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

	private ErrorResponse describe(ServerWebExchange exchange, Throwable failure) {
		return switch (failure) {
			case Problem problem -> problem;
			case WebExchangeBindException invalid -> InvalidInput.of(invalid);
			case HandlerMethodValidationException invalid when !invalid.isForReturnValue() -> InvalidInput.of(invalid);
			case ServerWebInputException invalid -> InvalidInput.of(invalid);
			case ErrorResponse response -> response;
			default -> Unreachable.isBehind(failure) ? away(exchange, failure) : broken(exchange, failure);
		};
	}

	private static ErrorResponse away(ServerWebExchange exchange, Throwable failure) {
		log.atWarn()
			.addKeyValue("path", exchange.getRequest().getPath())
			.addKeyValue("cause", failure.toString())
			.log("answered 503");
		return new Unavailable("Something that this needs is away; nothing was kept");
	}

	private static ErrorResponse broken(ServerWebExchange exchange, Throwable failure) {
		log.atError().addKeyValue("path", exchange.getRequest().getPath()).setCause(failure).log("answered 500");
		return new Broken();
	}

	private static ProblemDetail withStableType(ProblemDetail body) {
		if (body.getType() == null || body.getType().toString().equals("about:blank")) {
			body.setType(Problem.type(TYPES.getOrDefault(body.getStatus(), nameOf(body.getStatus()))));
		}
		return body;
	}

	private static String nameOf(int status) {
		return HttpStatusCode.valueOf(status).is5xxServerError() ? "internal-error" : "refused";
	}

	/** Says no more than that it is our fault. */
	private static final class Broken extends Problem {

		Broken() {
			super(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Internal error", null);
		}

	}

}
