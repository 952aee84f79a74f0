package org.rayonka.access;

import java.security.Principal;

import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Lets a handler method ask for its {@link Caller}.
 */
final class CallerArgument implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Caller.class;
	}

	@Override
	public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext bindingContext,
			ServerWebExchange exchange) {
		return exchange.getPrincipal()
			.map(CallerArgument::callerOf)
			.defaultIfEmpty(Caller.stranger())
			.cast(Object.class);
	}

	private static Caller callerOf(Principal principal) {
		return (principal instanceof Authentication authentication) ? Caller.of(authentication) : Caller.stranger();
	}

}
