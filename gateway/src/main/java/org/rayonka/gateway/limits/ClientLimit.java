package org.rayonka.gateway.limits;

import java.security.Principal;
import java.util.Optional;

import org.rayonka.gateway.GatewayProblem;
import org.rayonka.gateway.visitor.Visitors;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Counts a request against the program, person or visitor that sent it, once it is known
 * who that is. Strangers are counted by their address alone.
 */
@Component
class ClientLimit implements GlobalFilter, Ordered {

	private static final int AFTER_SIGN_IN = 200;

	private final Limits limits;

	private final Visitors visitors;

	ClientLimit(Limits limits, Visitors visitors) {
		this.limits = limits;
		this.visitors = visitors;
	}

	@Override
	public int getOrder() {
		return AFTER_SIGN_IN;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Optional<RequestKind> kind = RequestKind.of(exchange.getRequest());
		if (this.limits.off() || kind.isEmpty()) {
			return chain.filter(exchange);
		}
		return exchange.getPrincipal()
			.map(ClientLimit::of)
			.map(Optional::of)
			.defaultIfEmpty(this.visitors.idOf(exchange).map((id) -> new Client(Client.Sort.PERSON, id)))
			.flatMap((client) -> count(exchange, client, kind.get()))
			.then(Mono.defer(() -> chain.filter(exchange)));
	}

	private Mono<Void> count(ServerWebExchange exchange, Optional<Client> client, RequestKind kind) {
		try {
			client.ifPresent((known) -> this.limits.count(exchange, known, kind));
			return Mono.empty();
		}
		catch (GatewayProblem.TooManyRequests refused) {
			return Mono.error(refused);
		}
	}

	private static Client of(Principal principal) {
		boolean program = principal instanceof JwtAuthenticationToken token && isProgram(token);
		return new Client(program ? Client.Sort.PROGRAM : Client.Sort.PERSON, principal.getName());
	}

	/** A token of the client credentials grant names the client itself. */
	private static boolean isProgram(JwtAuthenticationToken token) {
		Object roles = token.getTokenAttributes().get("roles");
		return roles == null || (roles instanceof java.util.Collection<?> list && list.isEmpty());
	}

}
