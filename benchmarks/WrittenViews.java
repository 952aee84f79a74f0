import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.rayonka.events.EventJson;
import org.rayonka.events.Topics;
import org.rayonka.events.ViewRecorded;
import org.rayonka.events.ViewRecorded.Client;

/**
 * Views written to the log as the beacon writes them, faster than any readers send them.
 */
final class WrittenViews {

	static final Client BROWSER = new Client(
			"mozilla/5.0 (linux; android 15; sm-a155) applewebkit/537.36 (khtml, like gecko) chrome/141.0.0.0 mobile safari/537.36",
			false, false);

	private WrittenViews() {
	}

	/** Writes so many views, and returns when Kafka has acknowledged all: less is an error. */
	static void write(Platform platform, int count, IntFunction<ViewRecorded> views) {
		AtomicReference<Exception> refused = new AtomicReference<>();
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + platform.of("kafka", "port"),
						ProducerConfig.LINGER_MS_CONFIG, 20, ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024),
				new StringSerializer(), new ByteArraySerializer())) {
			for (int number = 0; number < count; number++) {
				ViewRecorded view = views.apply(number);
				producer.send(new ProducerRecord<>(Topics.VIEWS, null, view.at().toEpochMilli(), view.key(),
						EventJson.write(view)), (metadata, failure) -> {
							if (failure != null) {
								refused.set(failure);
							}
						});
			}
		}
		if (refused.get() != null) {
			throw new IllegalStateException(refused.get());
		}
	}

}
