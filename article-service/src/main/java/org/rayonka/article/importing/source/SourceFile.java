package org.rayonka.article.importing.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that another system exported, told by its content and not by its name.
 *
 * @param path where it lies
 */
public record SourceFile(Path path) {

	/**
	 * Begins to read it.
	 * @return what it tells, to be closed
	 * @throws IOException when the disk fails
	 * @throws UnreadableFileException when it is none of the formats that are known
	 */
	public Entries open() throws IOException {
		BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(this.path), 1 << 16);
		try {
			StrictText text = Encoding.open(bytes);
			return switch (Encoding.firstCharacter(bytes)) {
				case '<' -> XmlEntries.open(text);
				case '{', '[' -> new GhostEntries(text);
				default -> throw new UnreadableFileException(1, "Neither XML nor JSON: a WordPress export (WXR), "
						+ "a Ghost export, an RSS or an Atom feed is wanted");
			};
		}
		catch (RuntimeException | IOException ex) {
			bytes.close();
			throw ex;
		}
	}

}
