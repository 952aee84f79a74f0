package org.rayonka.gateway.limits;

import java.util.Optional;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * What a request asks for, as far as quotas care.
 */
enum RequestKind {

	READS, VIEWS, WRITES, SIGN_IN;

	/** The kind of a request; empty for what costs next to nothing and is not counted. */
	static Optional<RequestKind> of(ServerHttpRequest request) {
		String path = request.getPath().value();
		boolean reading = isReading(request.getMethod());
		if (isSignIn(path, reading)) {
			return Optional.of(SIGN_IN);
		}
		if (path.endsWith("/views") || path.endsWith("/views.gif")) {
			return Optional.of(VIEWS);
		}
		if (!reading) {
			return Optional.of(WRITES);
		}
		return path.startsWith("/assets/") || path.startsWith("/identity/") ? Optional.empty() : Optional.of(READS);
	}

	private static boolean isSignIn(String path, boolean reading) {
		return path.startsWith("/oauth2/authorization/") || path.startsWith("/login/oauth2/")
				|| (!reading && (path.equals("/login") || path.equals("/oauth2/token")));
	}

	private static boolean isReading(HttpMethod method) {
		return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD) || method.equals(HttpMethod.OPTIONS);
	}

}
