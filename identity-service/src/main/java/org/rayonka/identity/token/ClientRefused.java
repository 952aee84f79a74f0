package org.rayonka.identity.token;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Answers a client that does not prove itself, as RFC 6749 section 5.2 says: 401 with a
 * challenge and the error as JSON.
 */
class ClientRefused implements AuthenticationFailureHandler, AuthenticationEntryPoint {

	private final OAuth2ErrorHttpMessageConverter json = new OAuth2ErrorHttpMessageConverter();

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		answer(response, (exception instanceof OAuth2AuthenticationException oauth) ? oauth.getError().getErrorCode()
				: OAuth2ErrorCodes.INVALID_CLIENT);
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
			throws IOException {
		answer(response, OAuth2ErrorCodes.INVALID_CLIENT);
	}

	private void answer(HttpServletResponse response, String error) throws IOException {
		try (ServletServerHttpResponse http = new ServletServerHttpResponse(response)) {
			if (OAuth2ErrorCodes.INVALID_CLIENT.equals(error)) {
				http.setStatusCode(HttpStatus.UNAUTHORIZED);
				http.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"rayonka\"");
			}
			else {
				http.setStatusCode(HttpStatus.BAD_REQUEST);
			}
			this.json.write(new OAuth2Error(error), null, http);
		}
	}

}
