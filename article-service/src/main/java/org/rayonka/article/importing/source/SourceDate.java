package org.rayonka.article.importing.source;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A date as the file tells it, perhaps several times and perhaps wrongly.
 *
 * @param written what stands there, the most trustworthy first
 */
public record SourceDate(List<Written> written) {

	private static final Instant OLDEST = Instant.parse("1900-01-01T00:00:00Z");

	/**
	 * One way in which a date is told.
	 *
	 * @param text what stands there
	 * @param local whether it is the time of the paper's place rather than UTC, where it
	 * does not say
	 */
	public record Written(String text, boolean local) {
	}

	/**
	 * The date that can be believed.
	 *
	 * @param at the moment
	 * @param doubt what of the file could not be believed, empty when all could
	 */
	public record Found(Instant at, Optional<String> doubt) {
	}

	static SourceDate of(String... texts) {
		return new SourceDate(List.of(texts).stream().map((text) -> new Written(text, false)).toList());
	}

	/**
	 * Finds the date.
	 * @param zone of the paper's place
	 * @param now nothing is dated after it
	 * @return the first that can be read and be true; the present, in doubt, when none
	 * can
	 */
	public Found find(ZoneId zone, Instant now) {
		String doubt = null;
		for (Written one : this.written) {
			if (one.text().isBlank() || one.text().startsWith("0000-00-00")) {
				continue;
			}
			Optional<Instant> read = DateText.read(one.text().strip(), one.local() ? zone : ZoneOffset.UTC);
			if (read.isPresent() && !read.get().isBefore(OLDEST) && !read.get().isAfter(now)) {
				return new Found(read.get(), Optional.ofNullable(doubt));
			}
			doubt = (doubt != null) ? doubt : one.text();
		}
		return new Found(now, Optional.of((doubt != null) ? doubt : "no date"));
	}

}
