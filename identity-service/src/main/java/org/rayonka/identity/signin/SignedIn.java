package org.rayonka.identity.signin;

import java.io.IOException;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends who has signed in back to the client that asked for it; without one, to the
 * gateway, which begins its own session there. Only paths are used, never a host from the
 * request.
 */
@Component
class SignedIn implements AuthenticationSuccessHandler {

	static final String AUTHORIZE = "/oauth2/authorize";

	static final String GATEWAY = "/oauth2/authorization/rayonka";

	private static final Logger logger = LoggerFactory.getLogger(SignedIn.class);

	private final RequestCache requests;

	private final MeterRegistry meters;

	SignedIn(RequestCache requests, MeterRegistry meters) {
		this.requests = requests;
		this.meters = meters;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
			throws IOException {
		this.meters.counter("rayonka.identity.signins", "outcome", "accepted").increment();
		logger.atInfo().addKeyValue("account", person.getName()).log("Signed in");
		SavedRequest saved = this.requests.getRequest(request, response);
		this.requests.removeRequest(request, response);
		response.sendRedirect(target(saved));
	}

	private static String target(@Nullable SavedRequest saved) {
		if (saved == null) {
			return GATEWAY;
		}
		UriComponents uri = UriComponentsBuilder.fromUriString(saved.getRedirectUrl()).build();
		return AUTHORIZE.equals(uri.getPath()) ? AUTHORIZE + "?" + uri.getQuery() : GATEWAY;
	}

}
