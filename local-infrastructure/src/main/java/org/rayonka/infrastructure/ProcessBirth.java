package org.rayonka.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The moment a process was born, as text that no other process of this machine shares
 * under the same id.
 */
final class ProcessBirth {

	private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

	/** Field 22 of {@code /proc/pid/stat}, counted after the command's name. */
	private static final int START_TICKS = 19;

	private ProcessBirth() {
	}

	/**
	 * The birth of a living process: clock ticks since boot with the boot's id where the
	 * kernel tells them (no clock can move those), else the start instant.
	 */
	static String of(ProcessHandle process) {
		try {
			String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"),
					StandardCharsets.ISO_8859_1);
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
			return fields[START_TICKS] + "@" + Files.readString(BOOT).strip();
		}
		catch (IOException ex) {
			return process.info().startInstant().map(Object::toString).orElse("unknown");
		}
	}

}
