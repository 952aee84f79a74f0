package org.rayonka.infrastructure.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * Formats the broker's storage when it is new and runs the broker, in one JVM instead of
 * two.
 */
public final class Broker {

	private Broker() {
	}

	/**
	 * Runs until the process is told to end.
	 * @param args the configuration file, whose data lies in the working directory
	 */
	public static void main(String[] args) {
		if (Files.notExists(Path.of("data", "meta.properties"))) {
			PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
			StorageTool.execute(new String[] { "format", "--ignore-formatted", "--cluster-id",
					Uuid.randomUuid().toString(), "--config", args[0] }, silent);
		}
		Kafka.main(args);
	}

}
