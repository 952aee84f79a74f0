package org.rayonka.web.page;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who looks at a page, and how they want it: in which language, and whether in the
 * version for weak sight, and whether others may count them. All are asked for by the
 * address and kept in a cookie.
 *
 * @param caller signed in or not
 * @param language of the interface
 * @param weakSight whether letters are large and contrasts high
 * @param counted whether another company may count this visitor, null while they have not
 * said
 * @param path of the page
 * @param query of the address
 * @param wishes cookies that keep what the address has just asked for
 */
public record Visit(Caller caller, Language language, boolean weakSight, @Nullable Boolean counted, String path,
		MultiValueMap<String, String> query, List<ResponseCookie> wishes) {

	private static final String WEAK_SIGHT = "a11y";

	private static final String LANGUAGE = "lang";

	private static final String ANALYTICS = "analytics";

	private static final String ON = "on";

	private static final String OFF = "off";

	private static final List<String> ON_OR_OFF = List.of(ON, OFF);

	private static final Duration YEAR = Duration.ofDays(365);

	/**
	 * Reads the wishes of a request.
	 * @param exchange the request
	 * @param caller who sent it
	 * @return the visit
	 */
	public static Visit of(ServerWebExchange exchange, Caller caller) {
		ServerHttpRequest request = exchange.getRequest();
		Wish weakSight = Wish.of(request, WEAK_SIGHT, ON_OR_OFF);
		Wish counted = Wish.of(request, ANALYTICS, onOwnPages(request) ? ON_OR_OFF : List.of(OFF), ON_OR_OFF);
		Wish language = Wish.of(request, LANGUAGE, List.of(Language.RU.tag(), Language.EN.tag()));
		Language wished = Language.tagged(language.value());
		return new Visit(caller,
				(wished != null) ? wished
						: Language.preferred(request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE)),
				ON.equals(weakSight.value()), (counted.value() != null) ? ON.equals(counted.value()) : null,
				request.getPath().pathWithinApplication().value(), request.getQueryParams(),
				Stream.of(weakSight, language, counted).flatMap((wish) -> wish.cookie().stream()).toList());
	}

	/** A link of somebody else, or one that was passed on, is nobody's consent. */
	private static boolean onOwnPages(ServerHttpRequest request) {
		return "same-origin".equals(request.getHeaders().getFirst("Sec-Fetch-Site"));
	}

	/**
	 * Whether the page looks the same for everybody with this language.
	 * @return false when anything but the path and the language was asked for
	 */
	public boolean ordinary() {
		return this.caller.anonymous() && !this.weakSight && this.counted == null && this.query.isEmpty();
	}

	/**
	 * The same visit on another page, for forms that show their page again.
	 * @param other path of that page
	 * @return the visit there
	 */
	public Visit at(String other) {
		return new Visit(this.caller, this.language, this.weakSight, this.counted, other, this.query, this.wishes);
	}

	/**
	 * A parameter of the address.
	 * @param name of the parameter
	 * @return null when it is absent or empty
	 */
	public @Nullable String asked(String name) {
		String value = this.query.getFirst(name);
		return (value == null || value.isBlank()) ? null : value;
	}

	/** One wish: from the address, else from the cookie. */
	private record Wish(String name, @Nullable String value, boolean now) {

		static Wish of(ServerHttpRequest request, String name, List<String> allowed) {
			return of(request, name, allowed, allowed);
		}

		static Wish of(ServerHttpRequest request, String name, List<String> askable, List<String> allowed) {
			String asked = request.getQueryParams().getFirst(name);
			if (asked != null && askable.contains(asked)) {
				return new Wish(name, asked, true);
			}
			HttpCookie kept = request.getCookies().getFirst(name);
			return new Wish(name, (kept != null && allowed.contains(kept.getValue())) ? kept.getValue() : null, false);
		}

		List<ResponseCookie> cookie() {
			if (!this.now) {
				return List.of();
			}
			return List.of(ResponseCookie.from(this.name, String.valueOf(this.value))
				.path("/")
				.maxAge(YEAR)
				.sameSite("Lax")
				.httpOnly(true)
				.build());
		}

	}

}
