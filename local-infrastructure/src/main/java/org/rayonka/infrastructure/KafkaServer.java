package org.rayonka.infrastructure;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Kafka broker and controller in one JVM of its own, on the loopback address.
 */
public final class KafkaServer extends Server {

	private static final short API_VERSIONS = 18;

	private static final int CORRELATION = 7;

	private static final String MAIN = "org.rayonka.infrastructure.broker.Broker";

	private List<String> cache = List.of();

	/**
	 * A broker whose data lies in a folder.
	 * @param folder the folder; may be new
	 * @param log the log file
	 * @param port the port, or 0 to let the kernel choose
	 */
	public KafkaServer(Path folder, Path log, int port) {
		super("kafka", folder, log, port);
	}

	/**
	 * Runs a broker once, so that the next ones start faster; does nothing when that was
	 * done since the build.
	 * @param scratch a folder that can be thrown away afterwards
	 */
	public static void train(Path scratch) {
		KafkaLibrary library = KafkaLibrary.find();
		if (!library.isTrained()) {
			KafkaServer broker = new KafkaServer(scratch, scratch.resolve("kafka.log"), 0);
			broker.cache = List.of("-XX:AOTCacheOutput=" + library.aotCache());
			broker.start();
			broker.stop();
		}
	}

	/**
	 * The broker's address.
	 * @return host and port
	 */
	public String bootstrapServers() {
		return "127.0.0.1:" + port();
	}

	@Override
	List<String> command(int port) {
		KafkaLibrary library = KafkaLibrary.find();
		Path configuration = folder().resolve("server.properties");
		try {
			Files.createDirectories(folder());
			Files.writeString(configuration, BrokerConfiguration.text(port));
		}
		catch (IOException ex) {
			throw new InfrastructureException("Kafka's data in " + folder() + " cannot be prepared: " + ex, ex);
		}
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-Xms32m", "-Xmx256m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TrimNativeHeapInterval=10000",
				"-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-Djava.awt.headless=true",
				"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
				"-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dorg.slf4j.simpleLogger.showDateTime=true",
				"-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSX"));
		command.addAll(this.cache.isEmpty() ? library.cacheOptions() : this.cache);
		command.addAll(List.of("-cp", library.classPath(), MAIN, configuration.toString()));
		return command;
	}

	@Override
	boolean answers(int port) {
		ByteBuffer request = ByteBuffer.allocate(14)
			.putInt(10)
			.putShort(API_VERSIONS)
			.putShort((short) 0)
			.putInt(CORRELATION)
			.putShort((short) -1);
		return Wire.asks(port, request.array(), KafkaServer::listsApis);
	}

	private static boolean listsApis(DataInputStream in) throws IOException {
		return in.readInt() > 10 && in.readInt() == CORRELATION && in.readShort() == 0;
	}

}
