package org.rayonka.engagement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rayonka.events.Topics;
import org.rayonka.events.ViewRecorded;
import org.rayonka.events.ViewRecorded.Client;
import org.rayonka.events.ViewRecorded.Verdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Numbers are compared with the log, and made anew from it, while everything goes on: the
 * numbers of all tests before are among them.
 */
class RecountIT extends LoggedViews {

	private static final String RENEWED = "FancyReader/1.0";

	@Autowired
	TransactionalOperator transaction;

	@Test
	void findsNothingWhereAllIsRight() {
		List<UUID> articles = articles(5);
		logViews(articles, 2000, Duration.ofDays(40));
		like(articles.getFirst(), "a", true);
		like(articles.getFirst(), "b", true);
		like(articles.getFirst(), "b", false);
		comment(articles.get(1), newId(), 1, 1);
		awaitOracle(articles);
		JsonNode report = recount("verify");
		assertThat(report.path("differences").asLong()).as(report.toPrettyString()).isZero();
		assertThat(report.path("done").asLong()).isEqualTo(log(Topics.VIEWS).size());
		assertThat(report.path("articles").asLong()).isGreaterThanOrEqualTo(5);
	}

	@Test
	void comparesWhileViewsComeIn() {
		List<UUID> articles = articles(5);
		logViews(articles, 500, Duration.ofHours(5));
		begin("verify", 200);
		for (int i = 0; i < 20; i++) {
			logViews(articles, 100, Duration.ofMinutes(5));
			like(articles.get(i % 5), "visitor" + i, true);
		}
		JsonNode report = ended();
		assertThat(report.path("differences").asLong()).as(report.toPrettyString()).isZero();
		awaitOracle(articles);
	}

	@Test
	void findsAndRepairsWhatIsNotRight() {
		List<UUID> articles = articles(6);
		logViews(articles, 600, Duration.ofHours(30));
		like(articles.getLast(), "a", true);
		awaitOracle(articles);
		awaitSnapshots(articles);
		tamperWithTotal(articles.getFirst());
		tamperWithList(articles.get(1));
		tamperWithHour(articles.get(2));
		execute("update counts set views = views + 5 where article_id = :article", articles.get(3));
		execute("delete from view_hour where hour = (select min(hour) from view_hour where article_id = :article)"
				+ " and article_id = :article", articles.get(4));
		execute("update counts set likes = likes + 1, change = change + 1 where article_id = :article",
				articles.get(5));
		execute("update tally set value = value + 7 where article_id = :article", articles.get(5));
		JsonNode found = recount("verify").path("found");
		await().atMost(Duration.ofSeconds(60)).until(() -> drift() >= 3);
		assertFound(found, articles.getFirst(), "Redis", "views");
		assertFound(found, articles.get(1), "Redis", "list views all");
		assertFound(found, articles.get(2), "Redis", "counted of 20");
		assertFound(found, articles.get(3), "PostgreSQL", "views, opening views");
		assertFound(found, articles.get(4), "PostgreSQL", "views of ");
		assertFound(found, articles.get(5), "PostgreSQL", "likes");
		assertFound(found, articles.get(5), "PostgreSQL", "likes of ");
		assertThat(recount("rebuild").path("differences").asLong()).isPositive();
		JsonNode after = recount("verify");
		assertThat(after.path("differences").asLong()).as(after.toPrettyString()).isZero();
		awaitOracle(articles);
		await().atMost(Duration.ofSeconds(60)).until(() -> drift() == 0);
	}

	@Test
	void takesNothingFromNumbersThatWereReplaced() {
		List<UUID> articles = articles(4);
		logViews(articles, 300, Duration.ofHours(3));
		awaitOracle(articles);
		awaitSnapshots(articles);
		tamperWithTotal(articles.getFirst());
		now(this.redis.opsForSet()
			.add(key(articles.getFirst()).replace(":views", ":dirty"), "opening:" + articles.getFirst()));
		Map<String, byte[]> wrong = dump();
		recount("rebuild");
		awaitOracle(articles);
		load(wrong);
		logViews(articles, 100, Duration.ofMinutes(5));
		awaitOracle(articles);
		JsonNode after = recount("verify");
		assertThat(after.path("differences").asLong()).as(after.toPrettyString()).isZero();
	}

	@Test
	void refusesASnapshotThatWaitedForARecount() {
		UUID article = article(this.edition, "society");
		viewed(article, "10.0.0.1");
		awaitCount(article, "views", 1);
		awaitSnapshot(article, 1);
		Mono<Boolean> waiting = Mono.fromCallable(() -> {
			viewed(article, "10.0.0.2");
			await().atMost(Duration.ofSeconds(20)).until(this::someSnapshotWaits);
			return true;
		}).subscribeOn(Schedulers.boundedElastic());
		now(this.database.sql("select partition from view_offset for update")
			.fetch()
			.all()
			.then(waiting)
			.then(this.database.sql("update counts set views = 100 where article_id = :article")
				.bind("article", article)
				.fetch()
				.rowsUpdated())
			.then(this.database.sql("update view_offset set generation = generation + 1").fetch().rowsUpdated())
			.as(this.transaction::transactional));
		awaitCount(article, "views", 101);
		recount("rebuild");
		awaitCount(article, "views", 2);
	}

	@Test
	void goesOnWhenPostgresqlHasGoneBackToBeforeARecount() {
		UUID article = article(this.edition, "society");
		viewed(article, "10.0.0.1");
		awaitCount(article, "views", 1);
		recount("rebuild");
		await().atMost(Duration.ofSeconds(20)).until(() -> sameGeneration(article));
		run("update view_offset set generation = generation - 1");
		viewed(article, "10.0.0.2");
		awaitSnapshot(article, 2);
		awaitCount(article, "views", 2);
		assertThat(sameGeneration(article)).isTrue();
	}

	@Test
	void readersSeeNumbersWhileTheyAreMadeAnew() {
		List<UUID> articles = articles(2);
		logViews(articles, 400, Duration.ofHours(3));
		awaitOracle(articles);
		long views = count(articles.getFirst(), "views");
		begin("rebuild", 200);
		do {
			assertThat(count(articles.getFirst(), "views")).isEqualTo(views);
			assertThat(popular("limit=100&window=all&edition=" + this.edition)).hasSize(2);
		}
		while (report().path("state").asString().equals("RUNNING"));
		awaitOracle(articles);
	}

	@Test
	void judgesThePastByTheRulesOfToday() {
		UUID article = article(this.edition, "society");
		logged(article, "a", Verdict.CRAWLER, RENEWED);
		logged(article, "b", Verdict.CRAWLER, RENEWED);
		logged(article, "c", Verdict.READER, "Googlebot/2.1");
		logged(article, "d", Verdict.CRAWLER, null);
		awaitCount(article, "views", 1);
		awaitSnapshots(List.of(article));
		JsonNode would = recount("dry-run");
		assertThat(would.path("changed").asLong()).as(would.toPrettyString()).isEqualTo(1);
		assertThat(would.path("largest").path(0).path("article").asString()).isEqualTo(article.toString());
		assertThat(would.path("largest").path(0).path("after").asLong()).isEqualTo(2);
		assertThat(would.path("after").path("crawler").asLong() - would.path("before").path("crawler").asLong())
			.isEqualTo(-1);
		assertThat(would.path("unjudged").asLong()).isPositive();
		assertThat(count(article, "views")).isEqualTo(1);
		JsonNode done = recount("reclassify");
		assertThat(done.path("after")).isEqualTo(would.path("after"));
		awaitCount(article, "views", 2);
		logged(article, "e", Verdict.READER, "Googlebot/2.1");
		awaitCount(article, "views", 3);
		for (String mode : List.of("verify", "rebuild", "verify")) {
			JsonNode report = recount(mode);
			assertThat(report.path("differences").asLong()).as(report.toPrettyString()).isZero();
		}
		awaitCount(article, "views", 3);
		assertThat(get("/api/v1/articles/%s/counts/audit".formatted(article)).path("days")
			.path(0)
			.path("crawler")
			.asLong()).isEqualTo(2);
	}

	@Test
	void refusesALogThatHasLostRecords() {
		articles(1).forEach((article) -> viewed(article, "10.0.0.1"));
		run("update view_offset set broken_at = now()");
		try {
			for (String mode : List.of("verify", "rebuild")) {
				begin(mode, 200);
				JsonNode report = ended();
				assertThat(report.path("state").asString()).isEqualTo("FAILED");
				assertThat(report.path("failure").asString()).contains("has lost records");
			}
		}
		finally {
			run("update view_offset set broken_at = null");
		}
		recount("verify");
	}

	@Test
	void doesOneAtATime() {
		articles(1).forEach((article) -> viewed(article, "10.0.0.1"));
		recount("verify");
		Mono<Boolean> another = Mono.fromCallable(() -> {
			begin("rebuild", 200);
			begin("verify", 409);
			return true;
		}).subscribeOn(Schedulers.boundedElastic());
		now(this.database.sql("select partition from view_offset for update")
			.fetch()
			.all()
			.then(another)
			.as(this.transaction::transactional));
		ended();
	}

	@Test
	void refusesWhatIsNoMode() {
		begin("everything", 400);
	}

	private void begin(String mode, int status) {
		client().post()
			.uri("/actuator/recount")
			.bodyValue(Map.of("mode", mode))
			.exchange()
			.expectStatus()
			.isEqualTo(status);
	}

	private JsonNode recount(String mode) {
		begin(mode, 200);
		JsonNode report = ended();
		assertThat(report.path("state").asString()).as(report.toPrettyString()).isEqualTo("DONE");
		return report;
	}

	private JsonNode ended() {
		await().atMost(Duration.ofMinutes(2)).until(() -> !report().path("state").asString().equals("RUNNING"));
		return report();
	}

	private boolean someSnapshotWaits() {
		return now(this.database.sql("""
				select count(*) from pg_stat_activity
				where wait_event_type = 'Lock' and query like '%view_offset%'""").mapValue(Long.class).one()) > 0;
	}

	/**
	 * Whether Redis holds the numbers of an article that PostgreSQL believes it to hold.
	 */
	private boolean sameGeneration(UUID article) {
		Map<String, Object> saved = now(this.database.sql("""
				select partition, generation from view_offset
				where partition = (select partition from counts where article_id = :article)""")
			.bind("article", article)
			.fetch()
			.one());
		String state = "{v%s}:state".formatted(saved.get("partition"));
		return String.valueOf(saved.get("generation")).equals(now(this.redis.opsForHash().get(state, "generation")));
	}

	private double drift() {
		return get("/actuator/metrics/rayonka.engagement.drift").path("measurements").path(0).path("value").asDouble();
	}

	private JsonNode report() {
		return get("/actuator/recount");
	}

	private static void assertFound(JsonNode found, UUID article, String where, String what) {
		assertThat(found.valueStream()).as(found.toPrettyString())
			.anyMatch((difference) -> difference.path("article").asString().equals(article.toString())
					&& difference.path("where").asString().equals(where)
					&& difference.path("what").asString().startsWith(what));
	}

	private void logged(UUID article, String visitor, Verdict verdict, @Nullable String agent) {
		log(new ViewRecorded(article, Instant.now(), this.edition, visitor, verdict,
				(agent != null) ? new Client(agent.toLowerCase(java.util.Locale.ROOT), false, false) : null))
			.join();
	}

	private void awaitSnapshots(List<UUID> articles) {
		articles.forEach((article) -> awaitSnapshot(article, count(article, "views")));
	}

	private void tamperWithTotal(UUID article) {
		now(this.redis.opsForHash().increment(key(article), article.toString(), 1000));
	}

	private void tamperWithList(UUID article) {
		now(this.redis.opsForZSet().incrementScore(key(article) + ":all", article.toString(), 3));
	}

	private void tamperWithHour(UUID article) {
		String hour = Objects.requireNonNull(this.redis.keys(escaped(key(article).replace(":views", ":h:")) + "*")
			.filterWhen((key) -> this.redis.opsForHash().hasKey(key, article + ":c"))
			.blockFirst(Duration.ofSeconds(5)));
		now(this.redis.opsForHash().increment(hour, article + ":c", 1));
	}

	/** Where the views of its partition are. */
	private String key(UUID article) {
		return Objects.requireNonNull(this.redis.keys("{v*:views")
			.filterWhen((key) -> this.redis.opsForHash().hasKey(key, article.toString()))
			.blockFirst(Duration.ofSeconds(5)));
	}

	private static String escaped(String key) {
		return key.replace("{", "\\{").replace("}", "\\}");
	}

	private void execute(String sql, UUID article) {
		assertThat(now(this.database.sql(sql).bind("article", article).fetch().rowsUpdated())).isPositive();
	}

	private void run(String sql) {
		now(this.database.sql(sql).fetch().rowsUpdated());
	}

}
