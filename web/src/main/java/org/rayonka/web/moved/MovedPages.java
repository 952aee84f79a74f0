package org.rayonka.web.moved;

import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Asks for an old address before the page is shown that says that nothing is there: no
 * pattern tells which addresses other sites had.
 */
@Component
class MovedPages implements WebExceptionHandler, Ordered {

	/** Before the handler that shows the page. */
	private static final int ORDER = -4;

	private final OldAddresses addresses;

	MovedPages(OldAddresses addresses) {
		this.addresses = addresses;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		boolean notFound = failure instanceof ErrorResponse response
				&& response.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND);
		Mono<Void> rest = Mono.error(failure);
		return (notFound && !exchange.getResponse().isCommitted())
				? this.addresses.lead(exchange.getRequest()).then(rest) : rest;
	}

}
