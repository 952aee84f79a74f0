package org.rayonka.comment;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The place behind which the next page of a list goes on. Opaque to clients.
 *
 * @param list the list for which it holds
 * @param score of the last entry, 0 where the list is not sorted by it
 * @param at time of the last entry
 * @param id of the last entry
 */
public record Cursor(String list, int score, Instant at, UUID id) {

	private static final Pattern FORM = Pattern.compile("([a-z]+) (-?\\d{1,10}) (\\d{1,16}) ([0-9a-f-]{36})");

	/**
	 * Reads a cursor that a client has sent.
	 * @param text what {@link #text()} gave, or null
	 * @param list the list that is asked for
	 * @return the cursor, null when there is none; {@link CommentProblem.InvalidCursor}
	 * when it is not for this list or not ours at all
	 */
	public static @Nullable Cursor of(@Nullable String text, String list) {
		if (text == null) {
			return null;
		}
		Cursor cursor = read(text, list);
		if (cursor == null) {
			throw new CommentProblem.InvalidCursor();
		}
		return cursor;
	}

	/**
	 * The form that clients see.
	 * @return URL-safe text
	 */
	public String text() {
		String plain = "%s %d %d %s".formatted(this.list, this.score, ChronoUnit.MICROS.between(Instant.EPOCH, this.at),
				this.id);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
	}

	private static @Nullable Cursor read(String text, String list) {
		try {
			String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
			Matcher parts = FORM.matcher(plain);
			return (parts.matches() && parts.group(1).equals(list)) ? cursor(parts) : null;
		}
		catch (IllegalArgumentException | DateTimeException | ArithmeticException ex) {
			return null;
		}
	}

	private static Cursor cursor(Matcher parts) {
		return new Cursor(parts.group(1), Integer.parseInt(parts.group(2)),
				Instant.EPOCH.plus(Long.parseLong(parts.group(3)), ChronoUnit.MICROS), UUID.fromString(parts.group(4)));
	}

}
