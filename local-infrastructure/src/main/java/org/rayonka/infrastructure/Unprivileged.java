package org.rayonka.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How to run PostgreSQL, which refuses to be root: as it is for an ordinary user; in a
 * user namespace for root; as nobody where namespaces are not allowed.
 *
 * @param prefix what comes before the command
 * @param owner the user that has to own the data
 */
record Unprivileged(List<String> prefix, String owner) {

	private static final List<String> NAMESPACE = List.of("unshare", "-U");

	/**
	 * The capability replaces access to the folders above the data, but not above
	 * programs.
	 */
	private static final List<String> NOBODY = List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups",
			"--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override", "--bounding-set=-all,+dac_override");

	/**
	 * Finds the way that works here.
	 * @throws InfrastructureException when this is root and neither way works
	 */
	static Unprivileged here() {
		String user = System.getProperty("user.name");
		if (!user.equals("root")) {
			return new Unprivileged(List.of(), user);
		}
		if (works(NAMESPACE)) {
			return new Unprivileged(NAMESPACE, "root");
		}
		if (works(NOBODY)) {
			return new Unprivileged(NOBODY, "nobody");
		}
		throw new InfrastructureException("PostgreSQL does not run as root, and neither unshare nor setpriv"
				+ " (package util-linux) works here: install them or start as an ordinary user");
	}

	/**
	 * Where the programs have to lie to be executable.
	 * @param home the user's own cache
	 */
	Path programs(Path home) {
		return this.owner.equals("nobody") && !System.getProperty("user.name").equals("nobody")
				? Path.of("/var/cache/rayonka") : home;
	}

	/**
	 * Hands the data to the user that PostgreSQL runs as.
	 */
	void own(Path folder) throws IOException {
		if (Files.notExists(folder) || Files.getOwner(folder).getName().equals(this.owner)) {
			return;
		}
		UserPrincipal user = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(this.owner);
		try (Stream<Path> tree = Files.walk(folder)) {
			for (Path path : tree.toList()) {
				Files.setOwner(path, user);
			}
		}
	}

	private static boolean works(List<String> prefix) {
		try {
			Process probe = new ProcessBuilder(
					Stream.concat(prefix.stream(), Stream.of("sh", "-c", "test $(id -u) -ne 0")).toList())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			return probe.waitFor(5, TimeUnit.SECONDS) && probe.exitValue() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
