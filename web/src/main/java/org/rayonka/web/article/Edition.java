package org.rayonka.web.article;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A newspaper of the network with its imprint.
 *
 * @param slug its first path segment
 * @param name its title
 * @param region the district that it is for
 * @param founder who founded it
 * @param editorInChief who answers for it
 * @param address of the editorial office
 * @param phone of the editorial office
 * @param email of the editorial office
 * @param registration the entry in the register of media
 * @param ageMark the age mark of the whole edition
 * @param timeZone the zone of its dates, an IANA name
 * @param colour its own colour, as {@code #rrggbb}
 * @param emblem the picture beside its name, absolute
 * @param premoderation whose comments a moderator sees before everybody does:
 * {@code nobody}, {@code guests} or {@code everybody}
 * @param vkGroup the name of its group at VK
 * @param analytics the number of its counter at Yandex Metrika
 * @param rubrics in the order of its navigation
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Edition(String slug, String name, @Nullable String region, @Nullable String founder,
		@Nullable String editorInChief, @Nullable String address, @Nullable String phone, @Nullable String email,
		@Nullable String registration, @Nullable String ageMark, @Nullable String timeZone, @Nullable String colour,
		@Nullable String emblem, @Nullable String premoderation, @Nullable String vkGroup, @Nullable String analytics,
		List<Rubric> rubrics) {

	private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Moscow");

	public Edition {
		region = Written.orNull(region);
		founder = Written.orNull(founder);
		editorInChief = Written.orNull(editorInChief);
		address = Written.orNull(address);
		phone = Written.orNull(phone);
		email = Written.orNull(email);
		registration = Written.orNull(registration);
		vkGroup = Written.orNull(vkGroup);
		analytics = Written.orNull(analytics);
		rubrics = orEmpty(rubrics);
	}

	private static List<Rubric> orEmpty(@Nullable List<Rubric> rubrics) {
		return (rubrics != null) ? List.copyOf(rubrics) : List.of();
	}

	/**
	 * Where its front page is.
	 * @return a path with a slash at both ends
	 */
	public String path() {
		return "/" + this.slug + "/";
	}

	/**
	 * Whether comments of somebody appear at once.
	 * @param guest whether they have not signed in
	 * @return false when a moderator sees them first, as guests' when nothing is known
	 */
	public boolean commentsAtOnce(boolean guest) {
		return guest ? "nobody".equals(this.premoderation) : !"everybody".equals(this.premoderation);
	}

	/**
	 * The zone of the dates on its pages.
	 * @return Moscow's when it names none that exists
	 */
	public ZoneId zone() {
		if (this.timeZone == null) {
			return DEFAULT_ZONE;
		}
		try {
			return ZoneId.of(this.timeZone);
		}
		catch (DateTimeException ex) {
			return DEFAULT_ZONE;
		}
	}

	/**
	 * One of its rubrics.
	 * @param slug of the rubric
	 * @return empty when it has none of that name
	 */
	public Optional<Rubric> rubric(@Nullable String slug) {
		return this.rubrics.stream().filter((rubric) -> rubric.slug().equals(slug)).findFirst();
	}

	/**
	 * A rubric of an edition.
	 *
	 * @param slug its path segment
	 * @param name its title
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Rubric(String slug, String name) {
	}

}
