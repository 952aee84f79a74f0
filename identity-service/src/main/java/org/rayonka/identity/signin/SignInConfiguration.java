package org.rayonka.identity.signin;

import java.util.List;
import java.util.Locale;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import org.rayonka.identity.PublicAddress;

import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * What the pages stand on. A session begins only with a sign-in: before it, cookies hold
 * where the visitor was going and the token against forged forms, so that strangers
 * cannot fill the memory, and a restart does not disturb who is typing a password.
 */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

	static final Locale RUSSIAN = Locale.of("ru");

	@Bean
	RequestCache requestCache(PublicAddress address) {
		CookieRequestCache cache = new CookieRequestCache();
		cache.setRequestMatcher(SignInConfiguration::isWorthACookie);
		cache.setCookieCustomizer((cookie) -> {
			cookie.setMaxAge(600);
			cookie.setSecure(address.secure());
			cookie.setAttribute("SameSite", "Lax");
		});
		return cache;
	}

	@Bean
	LocaleResolver localeResolver() {
		AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
		resolver.setSupportedLocales(List.of(RUSSIAN, Locale.ENGLISH));
		resolver.setDefaultLocale(RUSSIAN);
		return resolver;
	}

	@Bean
	TemplateEngine templates() {
		return TemplateEngine.createPrecompiled(null, ContentType.Html, getClass().getClassLoader(),
				getClass().getPackageName());
	}

	@Bean
	ServletContextInitializer secureSessionCookie(PublicAddress address) {
		return (context) -> context.getSessionCookieConfig().setSecure(address.secure());
	}

	/**
	 * A longer cookie, which any site can cause, would make servers refuse every request.
	 */
	private static boolean isWorthACookie(HttpServletRequest request) {
		String query = request.getQueryString();
		return SignedIn.AUTHORIZE.equals(request.getRequestURI()) && query != null && query.length() <= 2000;
	}

	/** Without it the registry of OpenID Connect sessions would never forget one. */
	@Bean
	ServletListenerRegistrationBean<HttpSessionEventPublisher> sessionEvents() {
		return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
	}

}
