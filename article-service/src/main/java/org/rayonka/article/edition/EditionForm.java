package org.rayonka.article.edition;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.InvalidRequest;
import org.rayonka.article.PlainText;
import org.rayonka.events.Premoderation;

/**
 * An edition as the network's administrators write it.
 */
record EditionForm(@NotBlank @PlainText @Size(max = 100) String name,
		@PlainText @Size(max = 100) @Nullable String region, @PlainText @Size(max = 300) @Nullable String founder,
		@PlainText @Size(max = 100) @Nullable String editorInChief,
		@PlainText @Size(max = 300) @Nullable String address, @PlainText @Size(max = 50) @Nullable String phone,
		@PlainText @Size(max = 100) @Nullable String email, @PlainText @Size(max = 300) @Nullable String registration,
		@Nullable AgeMark ageMark, @PlainText @Size(max = 50) @Nullable String timeZone,
		@Pattern(regexp = "#[0-9a-fA-F]{6}") @Nullable String colour,
		@PlainText @Size(max = 100) @Nullable String emblem, @Nullable Premoderation premoderation,
		@Pattern(regexp = VK_GROUP) @Nullable String vkGroup,
		@Pattern(regexp = "|[0-9]{1,12}") @Nullable String analytics,
		@NotNull @Size(max = 50) List<@NotNull @Valid RubricForm> rubrics) {

	/** A group's name or its whole address; editors copy what the browser shows. */
	private static final String VK_GROUP = "|(?:https?://)?(?:(?:www\\.|m\\.)?vk\\.(?:com|ru)/)?[A-Za-z0-9_.]{1,64}/?";

	private static final String DEFAULT_ZONE = "Europe/Moscow";

	private static final String DEFAULT_COLOUR = "#1f4e79";

	/** First path segments that are not editions, or may become something else. */
	private static final Set<String> RESERVED = Set.of("a11y", "about", "actuator", "admin", "all", "api", "assets",
			"author", "connect", "docs", "error", "favicon", "feeds", "help", "identity", "login", "logout", "me",
			"media", "newsroom", "oauth2", "oembed", "offline", "openapi", "pages", "popular", "print", "robots",
			"search", "sign-out", "sitemap", "static", "tag", "userinfo", "well-known");

	/**
	 * A section as it is written.
	 */
	record RubricForm(@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,31}") String slug,
			@NotBlank @PlainText @Size(max = 100) String name) {

		Rubric toRubric() {
			return new Rubric(slug, name.strip());
		}

	}

	Edition toEdition(String slug) {
		if (RESERVED.contains(slug)) {
			throw InvalidRequest.reserved(slug);
		}
		if (rubrics.stream().map(RubricForm::slug).distinct().count() < rubrics.size()) {
			throw InvalidRequest.repeatedRubric();
		}
		Imprint imprint = new Imprint(founder, editorInChief, address, phone, email, registration);
		return new Edition(slug, name.strip(), Objects.requireNonNullElse(region, ""), imprint, ageMark, zone(),
				Objects.requireNonNullElse(colour, DEFAULT_COLOUR).toLowerCase(Locale.ROOT), emptyToNull(emblem),
				settings(), rubrics.stream().map(RubricForm::toRubric).toList());
	}

	private Settings settings() {
		return new Settings(Objects.requireNonNullElse(premoderation, Premoderation.GUESTS), group(vkGroup),
				emptyToNull(analytics));
	}

	private static @Nullable String group(@Nullable String written) {
		return (written != null) ? emptyToNull(written.replaceFirst("/$", "").replaceFirst(".*/", "")) : null;
	}

	private static @Nullable String emptyToNull(@Nullable String text) {
		return (text == null || text.isEmpty()) ? null : text;
	}

	private ZoneId zone() {
		String zone = Objects.requireNonNullElse(timeZone, DEFAULT_ZONE);
		try {
			return ZoneId.of(zone);
		}
		catch (DateTimeException ex) {
			throw InvalidRequest.timeZone(zone);
		}
	}

}
