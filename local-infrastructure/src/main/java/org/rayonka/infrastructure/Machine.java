package org.rayonka.infrastructure;

import java.util.Locale;

/**
 * Which of the packed programs run here.
 */
final class Machine {

	private static final boolean MAC = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");

	private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");

	private Machine() {
	}

	static String postgresResource() {
		return "postgres-" + (MAC ? "darwin" : "linux") + "-" + (ARM ? "arm_64" : "x86_64") + ".txz";
	}

	static String redisResource() {
		if (MAC) {
			return ARM ? "redis-server-6.2.6-v5-darwin-arm64" : "redis-server-6.2.6-v5-darwin-amd64";
		}
		return ARM ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
	}

}
