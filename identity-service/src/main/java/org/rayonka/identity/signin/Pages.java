package org.rayonka.identity.signin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Writes the pages in the visitor's language.
 */
@Component
class Pages {

	private final TemplateEngine templates;

	private final MessageSource messages;

	private final LocaleResolver locales;

	Pages(TemplateEngine templates, MessageSource messages, LocaleResolver locales) {
		this.templates = templates;
		this.messages = messages;
		this.locales = locales;
	}

	String text(HttpServletRequest request, String key, Object... values) {
		return this.messages.getMessage(key, values, this.locales.resolveLocale(request));
	}

	void signIn(HttpServletRequest request, HttpServletResponse response, String email, String error)
			throws IOException {
		CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
		write(request, response, "signin.jte",
				new SignInPage(words(request), email, error, token.getParameterName(), token.getToken()));
	}

	void error(HttpServletRequest request, HttpServletResponse response, ErrorPage.Kind kind) throws IOException {
		write(request, response, "error.jte", new ErrorPage(words(request), kind));
	}

	private Words words(HttpServletRequest request) {
		Locale locale = this.locales.resolveLocale(request);
		return new Words(locale, (key) -> this.messages.getMessage(key, null, locale));
	}

	private void write(HttpServletRequest request, HttpServletResponse response, String template, Object page)
			throws IOException {
		TemplateOutput html = new StringOutput(4096);
		this.templates.render(template, page, html);
		byte[] bytes = html.toString().getBytes(StandardCharsets.UTF_8);
		response.setContentType(MediaType.TEXT_HTML_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.setHeader(HttpHeaders.CONTENT_LANGUAGE, this.locales.resolveLocale(request).getLanguage());
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
	}

}
