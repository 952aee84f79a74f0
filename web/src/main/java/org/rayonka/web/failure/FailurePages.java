package org.rayonka.web.failure;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.web.article.Edition;
import org.rayonka.web.article.Editions;
import org.rayonka.web.page.Head;
import org.rayonka.web.page.Messages;
import org.rayonka.web.page.Pages;
import org.rayonka.web.page.Shell;
import org.rayonka.web.page.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Answers failures with a page that leads on, where other services answer with a problem.
 */
@Component
class FailurePages implements WebExceptionHandler, Ordered {

	/** Before the handler that answers with problems. */
	private static final int ORDER = -3;

	private static final Logger log = LoggerFactory.getLogger(FailurePages.class);

	private final Pages pages;

	private final Editions editions;

	FailurePages(Pages pages, Editions editions) {
		this.pages = pages;
		this.editions = editions;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		String path = exchange.getRequest().getPath().value();
		if (exchange.getResponse().isCommitted() || path.startsWith("/actuator") || path.startsWith("/api/")) {
			return Mono.error(failure);
		}
		ErrorResponse problem = describe(path, failure);
		if (problem.getStatusCode().is3xxRedirection()) {
			return redirect(exchange.getResponse(), problem);
		}
		HttpStatus known = HttpStatus.resolve(problem.getStatusCode().value());
		ResponseEntity<byte[]> answer = page(exchange, (known != null) ? known : HttpStatus.INTERNAL_SERVER_ERROR);
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(answer.getStatusCode());
		problem.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
		answer.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
		byte[] body = answer.getBody();
		if (body == null || HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
			return response.setComplete();
		}
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

	private static Mono<Void> redirect(ServerHttpResponse response, ErrorResponse moved) {
		response.setStatusCode(moved.getStatusCode());
		response.getHeaders().putAll(moved.getHeaders());
		return response.setComplete();
	}

	private static ErrorResponse describe(String path, Throwable failure) {
		if (failure instanceof ErrorResponse response) {
			return response;
		}
		if (Unanswered.is(failure)) {
			return new PageProblem.Away();
		}
		log.atError().addKeyValue("path", path).setCause(failure).log("answered 500");
		return ErrorResponse.create(failure, HttpStatus.INTERNAL_SERVER_ERROR, "");
	}

	private ResponseEntity<byte[]> page(ServerWebExchange exchange, HttpStatus status) {
		Visit visit = Visit.of(exchange, Caller.stranger());
		Messages t = visit.language().messages();
		String key = "failure." + keyOf(status);
		List<Edition> known = this.editions.known();
		Shell shell = this.pages.shell(visit, Head.of(t.text(key + ".title"), "", visit.path()).hidden(), known,
				editionAt(visit.path(), known));
		return this.pages.render(status, "failure.jte", new FailurePage(shell, status.value(), key));
	}

	private static @Nullable Edition editionAt(String path, List<Edition> known) {
		return known.stream().filter((edition) -> path.startsWith(edition.path())).findFirst().orElse(null);
	}

	private static String keyOf(HttpStatus status) {
		return switch (status) {
			case NOT_FOUND -> "404";
			case GONE -> "410";
			case SERVICE_UNAVAILABLE -> "503";
			default -> status.is4xxClientError() ? "400" : "500";
		};
	}

}
