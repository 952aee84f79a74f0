package org.rayonka.problems;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Refuses query parameters that a handler below {@code /api} does not declare by
 * {@link RequestParam}. Pages are spared: links to them are decorated by others. Nothing
 * that holds a NUL is let in anywhere.
 */
final class StrictParameters extends RequestMappingHandlerAdapter {

	private static final String API = "/api/";

	/** No database takes it. */
	private static final String NUL = "%00";

	private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

	@Override
	public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
		if (exchange.getRequest().getURI().toASCIIString().contains(NUL)) {
			return Mono.error(InvalidInput.parameter("No text has the character U+0000"));
		}
		if (handler instanceof HandlerMethod method && exchange.getRequest().getPath().value().startsWith(API)) {
			SortedSet<String> names = this.known.computeIfAbsent(method.getMethod(), (key) -> namesOf(method));
			for (String name : exchange.getRequest().getQueryParams().keySet()) {
				if (!names.contains(name)) {
					return Mono.error(new UnknownParameter(name, names));
				}
			}
		}
		return super.handle(exchange, handler);
	}

	private static SortedSet<String> namesOf(HandlerMethod method) {
		SortedSet<String> names = new TreeSet<>();
		for (MethodParameter parameter : method.getMethodParameters()) {
			RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
			if (annotation != null) {
				names.add(annotation.name().isEmpty() ? nameOf(parameter) : annotation.name());
			}
		}
		return names;
	}

	private static String nameOf(MethodParameter parameter) {
		@Nullable String name = parameter.getParameter().getName();
		return (name != null) ? name : "";
	}

}
