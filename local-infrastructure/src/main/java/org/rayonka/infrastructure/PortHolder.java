package org.rayonka.infrastructure;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who listens on a port, as far as the kernel tells us.
 */
public final class PortHolder {

	private static final String LISTENING = "0A";

	private PortHolder() {
	}

	/**
	 * Describes who listens.
	 * @param port the port
	 * @return for example {@code process 123 (nginx)}, or {@code another process}
	 */
	public static String of(int port) {
		Set<String> sockets = new HashSet<>();
		for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
			sockets.addAll(listening(Path.of(table), port));
		}
		if (sockets.isEmpty()) {
			return "another process";
		}
		return ProcessHandle.allProcesses()
			.filter((process) -> holds(process, sockets))
			.map((process) -> "process " + process.pid() + " (" + name(process) + ")")
			.findFirst()
			.orElse("another process");
	}

	private static Set<String> listening(Path table, int port) {
		String suffix = String.format(Locale.ROOT, ":%04X", port);
		Set<String> sockets = new HashSet<>();
		try {
			for (String line : Files.readAllLines(table)) {
				String[] fields = line.strip().split("\\s+", -1);
				if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING)) {
					sockets.add("socket:[" + fields[9] + "]");
				}
			}
		}
		catch (IOException ex) {
			sockets.clear();
		}
		return sockets;
	}

	private static boolean holds(ProcessHandle process, Set<String> sockets) {
		Path descriptors = Path.of("/proc", Long.toString(process.pid()), "fd");
		try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
			for (Path descriptor : open) {
				if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
					return true;
				}
			}
			return false;
		}
		catch (IOException | DirectoryIteratorException ex) {
			return false;
		}
	}

	private static String name(ProcessHandle process) {
		return process.info().command().map((command) -> Path.of(command).getFileName().toString()).orElse("unknown");
	}

}
