package org.rayonka.identity.signin;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers what no one else answered: people with a page, programs with a problem (RFC
 * 9457). While PostgreSQL is away the answer is 503, and when to try again.
 */
@Controller
class ErrorAnswers implements ErrorController {

	private final Pages pages;

	private final JsonMapper json;

	ErrorAnswers(Pages pages, JsonMapper json) {
		this.pages = pages;
		this.json = json;
	}

	@RequestMapping("/error")
	void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		HttpStatus status = status(request);
		response.setStatus(status.value());
		if (status == HttpStatus.SERVICE_UNAVAILABLE) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "5");
		}
		if (accepts(request).contains(MediaType.TEXT_HTML_VALUE)) {
			this.pages.error(request, response, ErrorPage.Kind.of(status));
		}
		else {
			problem(response, status);
		}
	}

	private void problem(HttpServletResponse response, HttpStatus status) throws IOException {
		ProblemDetail problem = ProblemDetail.forStatus(status);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(this.json.writeValueAsBytes(problem));
	}

	private static HttpStatus status(HttpServletRequest request) {
		if (away((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
			return HttpStatus.SERVICE_UNAVAILABLE;
		}
		return (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)
				? Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR)
				: HttpStatus.NOT_FOUND;
	}

	private static boolean away(@Nullable Throwable failure) {
		return failure instanceof DataAccessResourceFailureException || failure instanceof TransientDataAccessException
				|| failure instanceof CannotCreateTransactionException;
	}

	private static String accepts(HttpServletRequest request) {
		return Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
	}

}
