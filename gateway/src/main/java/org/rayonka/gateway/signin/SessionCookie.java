package org.rayonka.gateway.signin;

import java.time.Duration;

import org.rayonka.gateway.Site;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.session.CookieWebSessionIdResolver;

/**
 * The cookie that holds the id of a session. It is left with its owner while Redis is
 * away, so that a short outage signs nobody out.
 */
@Component
class SessionCookie extends CookieWebSessionIdResolver {

	static final String NAME = "RAYONKA_SESSION";

	private static final Duration AGE = Duration.ofDays(30);

	SessionCookie(Site site) {
		setCookieName(NAME);
		setCookieMaxAge(AGE);
		addCookieInitializer((cookie) -> cookie.path("/").httpOnly(true).sameSite("Lax").secure(site.secure()));
	}

	@Override
	public void expireSession(ServerWebExchange exchange) {
		if (!KeptSessions.wereAway(exchange) || exchange.getRequest().getPath().value().equals(SignIn.SIGN_OUT)) {
			super.expireSession(exchange);
		}
	}

	static boolean isIn(ServerWebExchange exchange) {
		return exchange.getRequest().getCookies().containsKey(NAME);
	}

}
