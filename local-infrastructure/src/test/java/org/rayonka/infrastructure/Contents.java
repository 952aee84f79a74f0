package org.rayonka.infrastructure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes one thing into each server and reads it back, as a client would.
 */
final class Contents {

	private static final TopicPartition PARTITION = new TopicPartition("letters", 0);

	private final LocalInfrastructure servers;

	Contents(LocalInfrastructure servers) {
		this.servers = servers;
	}

	void write() throws Exception {
		this.servers.postgres().ensureDatabase("paper", "paper", "secret");
		try (Connection connection = postgres(); Statement sql = connection.createStatement()) {
			sql.execute("create table letter (text text)");
			sql.execute("insert into letter values ('«Район» читает')");
		}
		redis("SET letter kept");
		Map<String, Object> config = Map.of("bootstrap.servers", this.servers.kafka().bootstrapServers());
		try (Admin admin = Admin.create(config)) {
			admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1))).all().get();
		}
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(config, new StringSerializer(),
				new StringSerializer())) {
			producer.send(new ProducerRecord<>(PARTITION.topic(), "kept")).get();
		}
	}

	String inPostgres() throws SQLException {
		return query("select text from letter");
	}

	String query(String query) throws SQLException {
		try (Connection connection = postgres();
				Statement sql = connection.createStatement();
				ResultSet rows = sql.executeQuery(query)) {
			rows.next();
			return rows.getString(1);
		}
	}

	String inRedis() throws IOException {
		return redis("GET letter").lines().skip(1).findFirst().orElseThrow();
	}

	Optional<String> inKafka() {
		Map<String, Object> config = Map.of("bootstrap.servers", this.servers.kafka().bootstrapServers());
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(config, new StringDeserializer(),
				new StringDeserializer())) {
			consumer.assign(List.of(PARTITION));
			consumer.seekToBeginning(List.of(PARTITION));
			return StreamSupport.stream(consumer.poll(Duration.ofSeconds(10)).spliterator(), false)
				.map(ConsumerRecord::value)
				.findFirst();
		}
	}

	private Connection postgres() throws SQLException {
		return DriverManager.getConnection(this.servers.postgres().jdbcUrl("paper"), "paper", "secret");
	}

	private String redis(String command) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.servers.redis().port())) {
			socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
			ByteArrayOutputStream answer = new ByteArrayOutputStream();
			socket.getInputStream().transferTo(answer);
			return answer.toString(StandardCharsets.UTF_8);
		}
	}

}
