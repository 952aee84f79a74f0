package org.rayonka.engagement.scoreboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.rayonka.events.ViewRecorded;

/**
 * A view as it stands in the log.
 *
 * @param offset of its record
 * @param timestamp of its record, in milliseconds; no view is later than that
 * @param view what the record says
 */
public record LoggedView(long offset, long timestamp, ViewRecorded view) implements LoggedRecord {

	/** 96 bits: two visits never share a key in practice. */
	private static final int KEY_BYTES = 12;

	@Override
	public List<String> arguments() {
		return List.of(Long.toString(this.offset), this.view.article().toString(), kind(),
				(this.view.verdict() == ViewRecorded.Verdict.READER) ? key() : "", Long.toString(time()),
				this.view.edition());
	}

	/**
	 * When it was viewed.
	 * @return milliseconds since 1970
	 */
	public long time() {
		return Math.min(this.view.at().toEpochMilli(), this.timestamp);
	}

	private String kind() {
		return switch (this.view.verdict()) {
			case READER -> "v";
			case CRAWLER -> "k";
			case AUTOMATED -> "a";
			case PREFETCH -> "p";
		};
	}

	/**
	 * By what the visitor is known on the article.
	 * @return letters, digits, - and _
	 */
	public String key() {
		byte[] hash = sha256().digest((this.view.article() + this.view.visitor()).getBytes(StandardCharsets.UTF_8));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, KEY_BYTES));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
