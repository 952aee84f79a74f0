package org.rayonka.web.story;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.page.Visit;

import org.springframework.util.MultiValueMap;

/**
 * What a reader is about to do with a comment, as it stands in the form below it.
 *
 * @param kind null when they are about to do nothing
 * @param comment which, null when they are about to do nothing
 * @param fields what was typed, empty before anything was
 * @param refusal why it was not done, null when nothing was wrong
 */
public record Deed(@Nullable Kind kind, @Nullable UUID comment, Map<String, String> fields, @Nullable Refusal refusal) {

	private static final Deed NONE = new Deed(null, null, Map.of(), null);

	static Deed asked(Visit visit) {
		return Arrays.stream(Kind.values())
			.filter((kind) -> Draft.idOf(visit.asked(kind.text())) != null)
			.findFirst()
			.map((kind) -> new Deed(kind, Draft.idOf(visit.asked(kind.text())), Map.of(), null))
			.orElse(NONE);
	}

	static Deed sent(Kind kind, UUID comment, MultiValueMap<String, String> form) {
		Map<String, String> fields = new HashMap<>();
		form.forEach((name, values) -> fields.put(name, Objects.requireNonNullElse(values.getFirst(), "").strip()));
		return new Deed(kind, comment, Map.copyOf(fields), null);
	}

	Deed refused(Refusal why) {
		return new Deed(this.kind, this.comment, this.fields, why);
	}

	/** Whether only the comment's author may do it. */
	boolean ofAuthor() {
		return this.kind == Kind.EDIT || this.kind == Kind.DELETE;
	}

	/**
	 * What stands in a field.
	 * @param name of the field
	 * @return empty when nothing was typed
	 */
	public String field(String name) {
		return this.fields.getOrDefault(name, "");
	}

	/**
	 * Something that is done with a comment by a form of its own.
	 */
	public enum Kind {

		/** Its author changes it. */
		EDIT("comment.refused.text"),

		/** Its author takes it back. */
		DELETE("comment.refused.text"),

		/** A reader reports it to the moderators. */
		REPORT("comment.refused.report"),

		/** Somebody holds it to be against the law. */
		COMPLAIN("comment.refused.complaint");

		private final String invalid;

		Kind(String invalid) {
			this.invalid = invalid;
		}

		/**
		 * Its form in addresses.
		 * @return the name in lower case
		 */
		public String text() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** Key of what to say of values that are not taken. */
		String invalid() {
			return this.invalid;
		}

	}

}
