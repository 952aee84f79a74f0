package org.rayonka.infrastructure;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The end of a log file, read without reading the whole.
 */
public final class LogTail {

	private static final int WINDOW = 64 * 1024;

	private LogTail() {
	}

	/**
	 * Reads the last lines.
	 * @param log the log file
	 * @param lines how many lines at most
	 * @return the lines in order; none when the file cannot be read
	 */
	public static List<String> of(Path log, int lines) {
		try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
			long start = Math.max(0, file.length() - WINDOW);
			byte[] end = new byte[(int) (file.length() - start)];
			file.seek(start);
			file.readFully(end);
			List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
			return all.subList(Math.max(0, all.size() - lines), all.size());
		}
		catch (IOException ex) {
			return List.of();
		}
	}

}
