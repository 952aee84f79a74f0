package org.rayonka.systemtests;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills each process without warning, alone or with others, while views, likes and
 * comments arrive, and with them what an old site had: it comes back by itself, nothing
 * acknowledged is missing, nothing is counted twice.
 */
@ExtendWith(RunningPlatform.Starter.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledProcessIT {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

	private static List<String> visitors = List.of();

	@BeforeAll
	static void collectVisitors(RunningPlatform platform) {
		Newsroom newsroom = new Newsroom(platform);
		String article = newsroom.publish("Статья для знакомства").get("id").asString();
		awaitKnown(platform, article);
		visitors = Load.visitors(platform, article);
	}

	@AfterAll
	static void stop() {
		readers.close();
	}

	@ParameterizedTest
	@Order(1)
	@ValueSource(strings = { "engagement-service", "redis", "kafka web", "postgresql gateway",
			"comment-service article-service identity-service" })
	void losesNothingWhenProcessesAreKilled(String names, RunningPlatform platform) throws Exception {
		verify(platform, "Статья для " + names, () -> {
			Map<String, Long> victims = new HashMap<>();
			for (String name : names.split(" ", -1)) {
				victims.put(name, pid(platform, name));
			}
			victims.values().forEach(KilledProcessIT::kill);
			Awaitility.await()
				.atMost(PATIENCE)
				.until(() -> platform.ready() && victims.entrySet()
					.stream()
					.allMatch((victim) -> pid(platform, victim.getKey()) != victim.getValue()));
		});
	}

	private static long pid(RunningPlatform platform, String name) {
		return platform.process(name).get("pid").asLong();
	}

	@Test
	@Order(2)
	void losesNothingWhenTheSupervisorIsKilled(RunningPlatform platform) throws Exception {
		verify(platform, "Статья для надзора", () -> {
			kill(platform.status().get("supervisor").asLong());
			platform.up();
		});
	}

	private static void verify(RunningPlatform platform, String headline, Runnable fault) throws Exception {
		Newsroom newsroom = new Newsroom(platform);
		String article = newsroom.publish(headline).get("id").asString();
		awaitKnown(platform, article);
		Future<?> load = new Load(platform, newsroom.api(), visitors).start(article, readers);
		// in the midst of it
		Awaitility.await().atMost(PATIENCE).until(() -> counts(platform, article).path("views").asLong() > 20);
		fault.run();
		load.get();
		List<Long> expected = List.of((long) Load.VIEWS + Load.OPENING_VIEWS, (long) Load.LIKES + Load.OPENING_LIKES,
				(long) Load.COMMENTS + Load.OLD_COMMENTS);
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(numbers(counts(platform, article))).isEqualTo(expected));
		// and it stays so
		assertThat(numbers(counts(platform, article))).isEqualTo(expected);
	}

	private static List<Long> numbers(JsonNode counts) {
		return List.of(counts.path("views").asLong(), counts.path("likes").asLong(), counts.path("comments").asLong());
	}

	/** Asks again while somebody is away: that is no count. */
	private static JsonNode counts(RunningPlatform platform, String article) {
		Api anonymous = Api.anonymous(platform);
		Api.Reply reply = Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> anonymous.get("/api/v1/articles/" + article + "/counts"), (answer) -> !answer.away());
		assertThat(reply.status()).as(reply.body()).isEqualTo(200);
		return reply.json();
	}

	private static void awaitKnown(RunningPlatform platform, String article) {
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> Api.anonymous(platform).get("/api/v1/articles/" + article + "/counts").status() == 200
					&& Api.anonymous(platform).get("/api/v1/articles/" + article + "/comments").status() == 200);
	}

	private static void kill(long pid) {
		assertThat(ProcessHandle.of(pid)).as("process " + pid)
			.get()
			.satisfies((process) -> assertThat(process.destroyForcibly()).isTrue());
	}

}
