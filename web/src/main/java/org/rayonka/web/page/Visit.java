package org.rayonka.web.page;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.web.sight.Setting;
import org.rayonka.web.sight.Sight;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who looks at a page, and how they want it: in which language, and whether in the
 * version for weak sight, and whether others may count them. All are asked for by the
 * address and kept in a cookie.
 *
 * @param caller signed in or not
 * @param language of the interface
 * @param sight how the version for weak sight is settled, null on ordinary pages
 * @param counted whether another company may count this visitor, null while they have not
 * said
 * @param path of the page
 * @param query of the address
 * @param rest of the address: its query as it was sent, without wishes
 * @param wishes cookies that keep what the address has just asked for
 */
public record Visit(Caller caller, Language language, @Nullable Sight sight, @Nullable Boolean counted, String path,
		MultiValueMap<String, String> query, String rest, List<ResponseCookie> wishes) {

	private static final String LANGUAGE = "lang";

	private static final String ANALYTICS = "analytics";

	private static final String ON = "on";

	private static final String OFF = "off";

	private static final List<String> ON_OR_OFF = List.of(ON, OFF);

	/** What no link repeats: wishes, and what a form has just said. */
	private static final Set<String> PASSING = Set.of(Sight.NAME, LANGUAGE, ANALYTICS, "said");

	private static final Duration YEAR = Duration.ofDays(365);

	/**
	 * Reads the wishes of a request.
	 * @param exchange the request
	 * @param caller who sent it
	 * @return the visit
	 */
	public static Visit of(ServerWebExchange exchange, Caller caller) {
		ServerHttpRequest request = exchange.getRequest();
		Eyes eyes = Eyes.of(request);
		Wish counted = Wish.of(request, ANALYTICS, onOwnPages(request) ? ON_OR_OFF : List.of(OFF), ON_OR_OFF);
		Wish language = Wish.of(request, LANGUAGE, List.of(Language.RU.tag(), Language.EN.tag()));
		Language wished = Language.tagged(language.value());
		return new Visit(caller,
				(wished != null) ? wished
						: Language.preferred(request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE)),
				eyes.sight(), (counted.value() != null) ? ON.equals(counted.value()) : null, pathOf(request),
				request.getQueryParams(), restOf(request),
				Stream.of(eyes.wishes(), language.cookie(), counted.cookie()).flatMap(List::stream).toList());
	}

	/** A link of somebody else, or one that was passed on, is nobody's consent. */
	private static boolean onOwnPages(ServerHttpRequest request) {
		return "same-origin".equals(request.getHeaders().getFirst("Sec-Fetch-Site"));
	}

	/** With one slash in front: after a second one browsers would read a host. */
	private static String pathOf(ServerHttpRequest request) {
		return "/" + StringUtils.trimLeadingCharacter(request.getPath().pathWithinApplication().value(), '/');
	}

	private static String restOf(ServerHttpRequest request) {
		String query = request.getURI().getRawQuery();
		if (query == null) {
			return "";
		}
		return Arrays.stream(query.split("&"))
			.filter((parameter) -> !parameter.isEmpty() && !PASSING.contains(parameter.split("=", 2)[0]))
			.collect(Collectors.joining("&"));
	}

	/**
	 * Whether nothing but the path and the language was asked for.
	 * @return false for readers with a version of their own
	 */
	public boolean ordinary() {
		return this.caller.anonymous() && this.sight == null && this.counted == null && this.query.isEmpty();
	}

	/**
	 * The same visit on another page, for forms that show their page again.
	 * @param other path of that page
	 * @return the visit there
	 */
	public Visit at(String other) {
		return new Visit(this.caller, this.language, this.sight, this.counted, other, this.query, this.rest,
				this.wishes);
	}

	/**
	 * Whether the version for weak sight is wanted.
	 * @return false for ordinary pages
	 */
	public boolean weakSight() {
		return this.sight != null;
	}

	/**
	 * Whether pictures are not wanted.
	 * @return true only in the version for weak sight
	 */
	public boolean pictureless() {
		return this.sight != null && this.sight.of(Setting.PICTURES).equals("off");
	}

	/**
	 * This page, with another wish.
	 * @param name of the wish
	 * @param value of the wish
	 * @return its address on this site
	 */
	public String wishing(String name, String value) {
		return this.path + "?" + (this.rest.isEmpty() ? "" : this.rest + "&") + name + "=" + value;
	}

	/**
	 * This page.
	 * @return its address on this site, without wishes
	 */
	public String address() {
		return this.rest.isEmpty() ? this.path : this.path + "?" + this.rest;
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

	private static @Nullable String kept(ServerHttpRequest request, String name) {
		HttpCookie cookie = request.getCookies().getFirst(name);
		return (cookie != null) ? cookie.getValue() : null;
	}

	/** The version for weak sight, whose cookie is gone rather than off. */
	private record Eyes(@Nullable Sight sight, List<ResponseCookie> wishes) {

		static Eyes of(ServerHttpRequest request) {
			String asked = request.getQueryParams().getFirst(Sight.NAME);
			if (OFF.equals(asked)) {
				return new Eyes(null, List.of(Sight.none()));
			}
			Sight kept = Sight.parse(Visit.kept(request, Sight.NAME));
			if (!ON.equals(asked)) {
				return new Eyes(kept, List.of());
			}
			Sight wished = Objects.requireNonNullElse(kept, Sight.USUAL);
			return new Eyes(wished, List.of(wished.cookie()));
		}

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
			String kept = Visit.kept(request, name);
			return new Wish(name, (kept != null && allowed.contains(kept)) ? kept : null, false);
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
