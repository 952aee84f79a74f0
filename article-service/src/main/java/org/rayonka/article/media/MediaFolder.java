package org.rayonka.article.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;

import org.rayonka.article.MediaRefused;
import org.springframework.stereotype.Component;

import static java.io.OutputStream.nullOutputStream;

/**
 * The folder of files: each lies once under the SHA-256 of its bytes and is never
 * changed. All methods block.
 */
@Component
class MediaFolder {

	private static final int HEAD = 64;

	/** An upload older than this died with its process. */
	private static final Duration STALE = Duration.ofHours(6);

	private final MediaProperties properties;

	private final AtomicBoolean swept = new AtomicBoolean();

	MediaFolder(MediaProperties properties) {
		this.properties = properties;
	}

	/**
	 * Makes an empty file for an upload, beside the place where it will lie.
	 * @return the file
	 * @throws IOException when the folder cannot be written
	 */
	Path incoming() throws IOException {
		Path folder = Files.createDirectories(this.properties.folder().resolve("incoming"));
		if (this.swept.compareAndSet(false, true)) {
			sweep(folder);
		}
		return Files.createTempFile(folder, "upload-", ".part");
	}

	private static void sweep(Path folder) throws IOException {
		FileTime stale = FileTime.from(Instant.now().minus(STALE));
		try (DirectoryStream<Path> uploads = Files.newDirectoryStream(folder)) {
			for (Path upload : uploads) {
				if (Files.getLastModifiedTime(upload).compareTo(stale) < 0) {
					Files.deleteIfExists(upload);
				}
			}
		}
	}

	/**
	 * Gives an upload its place. It is on the disk when this returns, whatever happens
	 * then.
	 * @param upload all bytes; it is moved away
	 * @return what is known of it
	 * @throws IOException when the folder cannot be written
	 */
	StoredFile store(Path upload) throws IOException {
		Format format = Format.of(head(upload)).orElseThrow(MediaRefused::unsupported);
		PictureSize size = format.picture() ? size(upload, format) : null;
		long bytes = Files.size(upload);
		String name = hash(upload) + "." + format.extension();
		Path place = place(name);
		if (!Files.exists(place)) {
			Path shelf = Files.createDirectories(shelf(name));
			force(upload, StandardOpenOption.WRITE);
			Files.move(upload, place, StandardCopyOption.ATOMIC_MOVE);
			force(shelf, StandardOpenOption.READ);
		}
		return new StoredFile("/media/" + name, format.type(), (size != null) ? size.width() : null,
				(size != null) ? size.height() : null, bytes);
	}

	/**
	 * Where a file lies.
	 * @param name 64 hexadecimal digits and an extension
	 * @return the place, whether or not there is such a file
	 */
	Path place(String name) {
		return shelf(name).resolve(name);
	}

	/** A folder of all files would be slow to list. */
	private Path shelf(String name) {
		return this.properties.folder().resolve(name.substring(0, 2));
	}

	private PictureSize size(Path upload, Format format) {
		try {
			PictureSize size = PictureSize.of(upload, format);
			if (size.pixels() > this.properties.maxPixels()) {
				throw MediaRefused.tooManyPixels(this.properties.maxPixels());
			}
			return size;
		}
		catch (IOException ex) {
			throw MediaRefused.unsupported();
		}
	}

	private static byte[] head(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(HEAD);
		}
	}

	private static String hash(Path file) throws IOException {
		try (DigestOutputStream out = new DigestOutputStream(nullOutputStream(),
				MessageDigest.getInstance("SHA-256"))) {
			Files.copy(file, out);
			return HexFormat.of().formatHex(out.getMessageDigest().digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	private static void force(Path path, StandardOpenOption option) throws IOException {
		try (FileChannel channel = FileChannel.open(path, option)) {
			channel.force(true);
		}
	}

}
