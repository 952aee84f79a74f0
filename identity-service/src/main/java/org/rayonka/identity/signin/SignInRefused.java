package org.rayonka.identity.signin;

import java.io.IOException;
import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.rayonka.identity.account.TooManyAttemptsException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * Shows the sign-in page again and says why, with the e-mail as it was typed.
 */
@Component
class SignInRefused implements AuthenticationFailureHandler, AccessDeniedHandler {

	private final Pages pages;

	private final MeterRegistry meters;

	SignInRefused(Pages pages, MeterRegistry meters) {
		this.pages = pages;
		this.meters = meters;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException refusal) throws IOException {
		if (refusal instanceof TooManyAttemptsException tooMany) {
			count("slowed");
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
			answer(request, response, HttpStatus.TOO_MANY_REQUESTS,
					this.pages.text(request, "signin.slow", tooMany.seconds()));
		}
		else {
			count("refused");
			answer(request, response, HttpStatus.UNAUTHORIZED, this.pages.text(request, "signin.wrong"));
		}
	}

	/**
	 * The form's token is missing or old: the page was open for long, or cookies are off.
	 */
	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
			throws IOException {
		if ("/login".equals(request.getRequestURI())) {
			answer(request, response, HttpStatus.FORBIDDEN, this.pages.text(request, "signin.stale"));
		}
		else {
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
	}

	private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String error)
			throws IOException {
		response.setStatus(status.value());
		this.pages.signIn(request, response, Objects.toString(request.getParameter("username"), ""), error);
	}

	private void count(String outcome) {
		this.meters.counter("rayonka.identity.signins", "outcome", outcome).increment();
	}

}
