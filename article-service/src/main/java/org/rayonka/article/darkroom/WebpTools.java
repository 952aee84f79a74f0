package org.rayonka.article.darkroom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Google's programs for WebP, which Java cannot read or write: they run as processes of
 * their own, without the service's environment, so that neither their memory nor a
 * hostile picture is the service's.
 *
 * @param folder where they lie
 */
record WebpTools(Path folder) {

	private static final Logger log = LoggerFactory.getLogger(WebpTools.class);

	private static final String RESOURCES = "/dist_webp_binaries/libwebp-1.4.0-";

	private static final int SECONDS = 30;

	/**
	 * Unpacks the programs and tries them.
	 * @param folders where they may lie; the first from which they run is taken, since a
	 * container's temporary folder often forbids it
	 * @return empty when they do not run here, which is logged
	 */
	static Optional<WebpTools> unpack(List<Path> folders) {
		List<String> reasons = new ArrayList<>();
		for (Path folder : folders) {
			try {
				return Optional.of(tried(folder));
			}
			catch (IOException ex) {
				reasons.add(String.valueOf(ex.getMessage()));
			}
		}
		log.atWarn().addKeyValue("reasons", reasons).log("WebP cannot be used here: pictures are JPEG alone");
		return Optional.empty();
	}

	private static WebpTools tried(Path folder) throws IOException {
		Files.createDirectories(folder);
		WebpTools tools = new WebpTools(folder);
		for (String program : List.of("cwebp", "dwebp")) {
			unpack(folder, program);
			tools.run(program, "-version");
		}
		return tools;
	}

	private static void unpack(Path folder, String program) throws IOException {
		Path fresh = Files.createTempFile(folder, program, ".part");
		try (InputStream in = WebpTools.class.getResourceAsStream(RESOURCES + machine() + "/bin/" + program)) {
			if (in == null) {
				throw new IOException("No " + program + " for " + machine());
			}
			Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
			Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
			Files.move(fresh, folder.resolve(program), StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(fresh);
		}
	}

	private static String machine() {
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "mac" : "linux";
		boolean arm = System.getProperty("os.arch").startsWith("aarch64");
		return system + (arm ? (system.equals("mac") ? "-arm64" : "-aarch64") : "-x86-64");
	}

	/**
	 * Writes a WebP.
	 * @param jpeg the picture
	 * @param size of the WebP, not larger
	 * @param to where it goes
	 * @throws IOException when the program fails
	 */
	void encode(Path jpeg, PictureSize size, Path to) throws IOException {
		run("cwebp", "-quiet", "-q", "76", "-metadata", "none", "-resize", Integer.toString(size.width()),
				Integer.toString(size.height()), jpeg.toString(), "-o", to.toString());
	}

	/**
	 * Unfolds a WebP.
	 * @param webp the picture
	 * @param size of the PNG, not larger
	 * @param to where the PNG goes
	 * @throws BrokenPicture when the program refuses it
	 */
	void decode(Path webp, PictureSize size, Path to) throws IOException {
		try {
			run("dwebp", "-quiet", "-scale", Integer.toString(size.width()), Integer.toString(size.height()),
					webp.toString(), "-o", to.toString());
		}
		catch (IOException ex) {
			throw new BrokenPicture("It cannot be decoded", ex);
		}
	}

	private void run(String program, String... arguments) throws IOException {
		List<String> command = Stream
			.concat(Stream.of(this.folder.resolve(program).toAbsolutePath().toString()), Stream.of(arguments))
			.toList();
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD);
		builder.environment().clear();
		Process process = builder.start();
		try {
			if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
				throw new IOException(program + " failed or took longer than " + SECONDS + " s");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
		finally {
			process.destroyForcibly();
		}
	}

}
