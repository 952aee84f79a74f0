package org.rayonka.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Keeps the servers' programs unpacked, once for all checkouts of a user; what stands
 * there is always complete, because it arrives by an atomic rename.
 */
final class BinaryCache {

	private final Path preferred;

	private final Path fallback;

	/**
	 * A cache.
	 * @param preferred where to unpack
	 * @param fallback where to unpack when the former cannot be written
	 */
	BinaryCache(Path preferred, Path fallback) {
		this.preferred = preferred;
		this.fallback = fallback;
	}

	/**
	 * The folder with a resource unpacked.
	 * @throws InfrastructureException when it is not on the class path or there is no
	 * room
	 */
	Path unpacked(String resource, Unpacker unpacker) {
		URL source = BinaryCache.class.getResource("/" + resource);
		if (source == null) {
			throw new InfrastructureException("There is no " + resource + " on the class path: this machine's kind ("
					+ System.getProperty("os.name") + " " + System.getProperty("os.arch") + ") needs its own artifact");
		}
		try {
			Path folder = root().resolve(key(source, resource));
			return Files.isDirectory(folder) ? folder : unpack(source, folder, unpacker);
		}
		catch (IOException ex) {
			throw new InfrastructureException("The server program " + resource + " cannot be unpacked: " + ex, ex);
		}
	}

	private static Path unpack(URL source, Path folder, Unpacker unpacker) throws IOException {
		Path draft = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".new");
		try (InputStream in = source.openStream()) {
			unpacker.unpack(in, draft);
			draft.toFile().setReadable(true, false);
			draft.toFile().setExecutable(true, false);
			Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (FileAlreadyExistsException | AtomicMoveNotSupportedException ex) {
			deleteTree(draft);
		}
		catch (IOException ex) {
			deleteTree(draft);
			if (!Files.isDirectory(folder)) {
				throw ex;
			}
		}
		return folder;
	}

	/** The user's cache folder, which need not exist nor be writable. */
	static Path ofUser() {
		String configured = System.getProperty("rayonka.cache", System.getenv("XDG_CACHE_HOME"));
		Path cache = (configured != null) ? Path.of(configured) : Path.of(System.getProperty("user.home"), ".cache");
		return cache.resolve("rayonka").toAbsolutePath();
	}

	private Path root() throws IOException {
		try {
			return writable(this.preferred);
		}
		catch (IOException ex) {
			return writable(this.fallback.toAbsolutePath().resolve("programs"));
		}
	}

	private static Path writable(Path folder) throws IOException {
		Files.createDirectories(folder);
		Files.delete(Files.createTempFile(folder, "probe", null));
		return folder;
	}

	/** The checksum in the jar's directory tells versions apart without reading 15 MB. */
	private static String key(URL source, String resource) throws IOException {
		URLConnection connection = source.openConnection();
		connection.setUseCaches(false);
		String name = resource.replaceAll("\\.[a-z]+$", "");
		if (connection instanceof JarURLConnection jar) {
			String key = name + "-" + Long.toHexString(jar.getJarEntry().getCrc());
			jar.getJarFile().close();
			return key;
		}
		return name + "-" + connection.getContentLengthLong();
	}

	static void deleteTree(Path folder) throws IOException {
		if (Files.notExists(folder)) {
			return;
		}
		try (Stream<Path> tree = Files.walk(folder)) {
			for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(path);
			}
		}
	}

	/**
	 * Turns a resource into files.
	 */
	@FunctionalInterface
	interface Unpacker {

		void unpack(InputStream in, Path folder) throws IOException;

	}

}
