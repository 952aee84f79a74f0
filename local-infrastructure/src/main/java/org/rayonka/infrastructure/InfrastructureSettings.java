package org.rayonka.infrastructure;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * What can be chosen about the servers; a port of 0 lets the kernel choose.
 *
 * @param postgresqlPort the port of PostgreSQL
 * @param redisPort the port of Redis
 * @param kafkaPort the port of Kafka
 * @param redisPassword the password of Redis, or null for none
 * @param logs the folder for the logs, or null to keep each beside its server's data
 */
public record InfrastructureSettings(int postgresqlPort, int redisPort, int kafkaPort, @Nullable String redisPassword,
		@Nullable Path logs) {

	/**
	 * Ports from the kernel, no password, logs beside the data.
	 * @return the settings that tests want
	 */
	public static InfrastructureSettings any() {
		return new InfrastructureSettings(0, 0, 0, null, null);
	}

}
