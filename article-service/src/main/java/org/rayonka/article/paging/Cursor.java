package org.rayonka.article.paging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32;

import org.rayonka.article.InvalidRequest;

/**
 * A place in a list, opaque to who carries it: the kind of list and the sort keys of the
 * last item, with a checksum so that a mangled one is told from a good one. It holds no
 * secret, so it is not signed.
 *
 * @param kind which list it belongs to
 * @param keys the sort keys
 */
public record Cursor(String kind, List<String> keys) {

	private static final int CHECKSUM = Integer.BYTES;

	private static final int LONGEST = 384;

	private static final String SEPARATOR = "~";

	/**
	 * A place in a list.
	 * @param kind which list
	 * @param keys the sort keys, none of which holds a tilde
	 * @return the cursor
	 */
	public static Cursor of(String kind, Object... keys) {
		return new Cursor(kind, List.of(keys).stream().map(Object::toString).toList());
	}

	/**
	 * Reads what a caller sent back.
	 * @param <T> what the sort keys stand for
	 * @param text the cursor
	 * @param kind the list that the caller asks for
	 * @param meaning makes the sort keys' meaning
	 * @return what the cursor stands for
	 * @throws InvalidRequest when it is not a cursor of that list
	 */
	public static <T> T read(String text, String kind, Function<List<String>, T> meaning) {
		try {
			Cursor cursor = read(text);
			if (cursor.kind.equals(kind)) {
				return meaning.apply(cursor.keys);
			}
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			throw InvalidRequest.cursor();
		}
		throw InvalidRequest.cursor();
	}

	private static Cursor read(String text) {
		if (text.length() > LONGEST) {
			throw new IllegalArgumentException("Too long");
		}
		ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
		byte[] content = new byte[Math.max(0, bytes.remaining() - CHECKSUM)];
		bytes.get(content);
		if (bytes.remaining() != CHECKSUM || bytes.getInt() != checksum(content)) {
			throw new IllegalArgumentException("Mangled");
		}
		List<String> parts = List.of(new String(content, StandardCharsets.UTF_8).split(SEPARATOR, -1));
		return new Cursor(parts.getFirst(), parts.subList(1, parts.size()));
	}

	private static int checksum(byte[] content) {
		CRC32 checksum = new CRC32();
		checksum.update(content);
		return (int) checksum.getValue();
	}

	/**
	 * The form that callers carry.
	 * @return letters, digits, {@code -} and {@code _}
	 */
	public String text() {
		byte[] content = (kind + SEPARATOR + String.join(SEPARATOR, keys)).getBytes(StandardCharsets.UTF_8);
		byte[] all = ByteBuffer.allocate(content.length + CHECKSUM).put(content).putInt(checksum(content)).array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
	}

}
