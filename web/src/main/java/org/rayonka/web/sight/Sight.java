package org.rayonka.web.sight;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * How a reader has settled the version for weak sight. It lives in a cookie; without one,
 * and with one that is not exactly of this form, pages are the ordinary ones, so that
 * caches need not look at it any further than whether it is there.
 *
 * @param options one for each setting
 */
public record Sight(Map<Setting, String> options) {

	/** The cookie, and the parameter that switches by the address. */
	public static final String NAME = "a11y";

	private static final List<Setting> ORDER = List.of(Setting.values());

	/** How the version looks until its reader says more. */
	public static final Sight USUAL = new Sight(of(Setting::usual));

	private static final Duration YEAR = Duration.ofDays(365);

	private static final String BETWEEN = ".";

	public Sight {
		options = Collections.unmodifiableMap(new EnumMap<>(options));
	}

	/**
	 * Reads the cookie.
	 * @param value of the cookie, null when there is none
	 * @return null for the ordinary pages
	 */
	public static @Nullable Sight parse(@Nullable String value) {
		List<String> parts = (value != null) ? List.of(value.split("\\.", -1)) : List.of();
		if (parts.size() != ORDER.size()) {
			return null;
		}
		return chosen(of((setting) -> parts.get(ORDER.indexOf(setting))));
	}

	/** What the form has sent, null unless each setting has one of its options. */
	static @Nullable Sight of(Map<String, String> form) {
		return chosen(of((setting) -> form.getOrDefault(setting.key(), "")));
	}

	/**
	 * The option of a setting.
	 * @param setting any
	 * @return one of its options
	 */
	public String of(Setting setting) {
		return Objects.requireNonNull(this.options.get(setting));
	}

	/**
	 * The cookie that keeps it.
	 * @return for a year
	 */
	public ResponseCookie cookie() {
		return cookie(String.join(BETWEEN, ORDER.stream().map(this::of).toList()), YEAR);
	}

	/**
	 * The cookie that leads back to the ordinary pages.
	 * @return ends at once
	 */
	public static ResponseCookie none() {
		return cookie("", Duration.ZERO);
	}

	private static ResponseCookie cookie(String value, Duration age) {
		return ResponseCookie.from(NAME, value).path("/").maxAge(age).sameSite("Lax").httpOnly(true).build();
	}

	private static @Nullable Sight chosen(Map<Setting, String> options) {
		return options.entrySet().stream().allMatch((option) -> option.getKey().allows(option.getValue()))
				? new Sight(options) : null;
	}

	private static Map<Setting, String> of(Function<Setting, String> option) {
		return ORDER.stream().collect(Collectors.toMap(Function.identity(), option));
	}

}
