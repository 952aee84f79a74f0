package org.rayonka.comment.moderation;

import java.util.Locale;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/**
 * Why comments wait for a moderator.
 */
enum QueueKind {

	/** For any reason that a moderator has to look into. */
	ALL("status <> 'deleted' and not " + QueueKind.SHADOWED),

	/** Nobody but the author has seen it. */
	PENDING("status = 'pending'"),

	/** Readers do not like what they have read. */
	REPORTED("status = 'published' and reports > 0"),

	/** A rule takes it for bad, also when only because its author is banned unawares. */
	WITHHELD("status = 'withheld'");

	/** Withheld because of a ban that its author is not to notice, and nothing else. */
	static final String SHADOWED = """
			(status = 'withheld' and 'shadow ' = all(select substr(finding, 1, 7) from unnest(findings) finding)
				and cardinality(findings) > 0)""";

	/** The condition under which the index of the queue serves. */
	static final String WAITING = "(status in ('pending', 'withheld') or reports > 0)";

	private final String condition;

	QueueKind(String condition) {
		this.condition = condition;
	}

	String condition() {
		return this.condition;
	}

	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads the query parameter.
	 */
	@Component
	static class OfText implements Converter<String, QueueKind> {

		@Override
		public QueueKind convert(String text) {
			return QueueKind.valueOf(text.toUpperCase(Locale.ROOT));
		}

	}

}
