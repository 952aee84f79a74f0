package org.rayonka.engagement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.engagement.scoreboard.Partitions;
import org.rayonka.events.CountsChanged;
import org.rayonka.events.EventJson;
import org.rayonka.events.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;

/**
 * A reader's like counts once and is theirs, whatever they read on and whenever they sign
 * in.
 */
class LikeIT extends RunningService {

	private static final String LIKE = "/api/v1/articles/{id}/like";

	@Autowired
	ApplicationContext context;

	private final String edition = edition();

	private final String anna = "anna-" + UUID.randomUUID();

	private final String phone = "phone-" + UUID.randomUUID();

	private final String desk = "desk-" + UUID.randomUUID();

	private WebTestClient service = WebTestClient.bindToServer().build();

	@BeforeEach
	void standBehindTheGateway() {
		this.service = WebTestClient.bindToApplicationContext(this.context)
			.apply(SecurityMockServerConfigurers.springSecurity())
			.configureClient()
			.responseTimeout(Duration.ofSeconds(20))
			.build();
	}

	@Test
	void followTheReaderWhoSignsIn() {
		UUID first = article(this.edition, "society");
		UUID other = article(this.edition, "society");
		like(first, this.phone, true);
		like(other, this.phone, true);
		String given = givenAt(first);
		assertThat(ask(null, this.phone, first)).isEqualTo("{\"likes\":1,\"liked\":true}");
		assertThat(ask(this.anna, this.phone, first)).isEqualTo("{\"likes\":1,\"liked\":true}");
		assertThat(givenAt(first)).isEqualTo(given);
		assertThat(ask(null, this.phone, first)).isEqualTo("{\"likes\":1,\"liked\":false}");
		assertThat(ask(this.anna, null, other)).as("on another device").isEqualTo("{\"likes\":1,\"liked\":true}");
		assertThat(change(this.anna, this.desk, other, false)).isEqualTo("{\"likes\":0,\"liked\":false}");
		assertThat(change(this.anna, this.phone, first, true)).isEqualTo("{\"likes\":1,\"liked\":true}");
	}

	@Test
	void countOnceForAReaderWithTwoDevices() {
		UUID article = article(this.edition, "society");
		like(article, this.desk, true);
		likedDaysAgo(article, this.desk, 2);
		like(article, this.phone, true);
		awaitLiked(article, Map.of("24h", 1.0, "7d", 2.0, "all", 2.0));
		assertThat(ask(this.anna, this.phone, article)).isEqualTo("{\"likes\":2,\"liked\":true}");
		for (int i = 0; i < 2; i++) {
			assertThat(ask(this.anna, this.desk, article)).isEqualTo("{\"likes\":1,\"liked\":true}");
		}
		assertThat(rows(article)).isEqualTo(count(article, "likes")).isEqualTo(1);
		awaitLiked(article, Map.of("24h", 1.0, "7d", 1.0, "all", 1.0));
		awaitTold(article, 1);
	}

	@Test
	void followBeforeTheReaderLikesOrTakesBack() {
		UUID liked = article(this.edition, "society");
		UUID regretted = article(this.edition, "society");
		like(liked, this.phone, true);
		like(regretted, this.phone, true);
		for (int i = 0; i < 2; i++) {
			assertThat(change(this.anna, this.phone, liked, true)).isEqualTo("{\"likes\":1,\"liked\":true}");
			assertThat(change(this.anna, this.phone, regretted, false)).isEqualTo("{\"likes\":0,\"liked\":false}");
		}
		assertThat(ask(null, this.phone, regretted)).isEqualTo("{\"likes\":0,\"liked\":false}");
		awaitLiked(liked, Map.of("24h", 1.0, "all", 1.0));
		awaitTold(regretted, 0);
	}

	@Test
	void stayWithWhoGaveThem() {
		UUID article = article(this.edition, "society");
		like(article, this.phone, true);
		change(this.anna, null, article, true);
		long changes = changes(article);
		assertThat(ask("boris", null, article)).isEqualTo("{\"likes\":2,\"liked\":false}");
		assertThat(ask("boris", this.desk, article)).isEqualTo("{\"likes\":2,\"liked\":false}");
		assertThat(ask(null, "anna", article)).isEqualTo("{\"likes\":2,\"liked\":false}");
		assertThat(ask(null, null, article)).isEqualTo("{\"likes\":2,\"liked\":false}");
		assertThat(ask(null, "x".repeat(200), article)).isEqualTo("{\"likes\":2,\"liked\":false}");
		assertThat(changes(article)).as("nothing to move, nothing written").isEqualTo(changes);
	}

	@Test
	void areToldToNoCache() {
		UUID article = article(this.edition, "society");
		client().get()
			.uri(LIKE, article)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType(MediaType.APPLICATION_JSON)
			.expectHeader()
			.valueEquals("Cache-Control", "no-store, private")
			.expectHeader()
			.doesNotExist("ETag")
			.expectBody(String.class)
			.isEqualTo("{\"likes\":0,\"liked\":false}");
		client().get().uri(LIKE, newId()).exchange().expectStatus().isNotFound();
	}

	@Test
	void followAlsoWhereTheArticleIsWithdrawn() {
		UUID kept = article(this.edition, "society");
		UUID withdrawn = article(this.edition, "society");
		List.of(kept, withdrawn).forEach((article) -> like(article, this.phone, true));
		change(this.anna, null, withdrawn, true);
		withdraw(withdrawn, 2, this.edition);
		await().untilAsserted(() -> client().get().uri(LIKE, withdrawn).exchange().expectStatus().isEqualTo(410));
		assertThat(ask(this.anna, this.phone, kept)).isEqualTo("{\"likes\":1,\"liked\":true}");
		assertThat(rows(withdrawn)).isEqualTo(count(withdrawn, "likes")).isEqualTo(1);
		publish(withdrawn, 3, this.edition, "society");
		await().untilAsserted(() -> client().get().uri(LIKE, withdrawn).exchange().expectStatus().isOk());
		assertThat(ask(this.anna, this.phone, withdrawn)).isEqualTo("{\"likes\":1,\"liked\":true}");
	}

	@Test
	void followByTheHundred() {
		List<UUID> articles = Stream.generate(RunningService::newId).limit(450).toList();
		insert(articles, "visitor:" + this.phone);
		insert(articles.subList(0, 250), "account:" + this.anna);
		assertThat(change(this.anna, this.phone, article(this.edition, "society"), true)).contains("\"likes\":1");
		assertThat(number("select count(*) from article_like where visitor = :who", "visitor:" + this.phone)).isZero();
		assertThat(number("select count(*) from article_like where visitor = :who", "account:" + this.anna))
			.isEqualTo(451);
		articles.forEach((article) -> assertThat(
				number("select likes from counts where article_id = :who::uuid", article.toString()))
			.isEqualTo(1));
	}

	@Test
	void addUpWhileReadersSignInAndLikeAllAtOnce() throws Exception {
		List<UUID> articles = Stream.generate(() -> article(this.edition, "society")).limit(6).toList();
		List<String> accounts = Stream.of("a", "b", "c").map((name) -> name + "-" + UUID.randomUUID()).toList();
		List<String> devices = Stream.of("1", "2", "3", "4").map((name) -> name + "-" + UUID.randomUUID()).toList();
		atOnce(storm(articles, accounts, devices));
		articles.forEach(this::assertAddsUp);
		accounts.forEach((account) -> devices.forEach((device) -> ask(account, device, articles.getFirst())));
		articles.forEach(this::assertAddsUp);
		articles.forEach((article) -> assertThat(rows(article)).isLessThanOrEqualTo(accounts.size()));
		Map<UUID, Double> standing = new java.util.HashMap<>();
		articles.forEach((article) -> standing.put(article, (double) rows(article)));
		standing.values().removeIf((likes) -> likes == 0);
		for (String window : List.of("24h", "all")) {
			await().atMost(Duration.ofSeconds(20))
				.untilAsserted(() -> assertThat(popular("by=likes&window=" + window + "&edition=" + this.edition))
					.isEqualTo(standing));
		}
		articles.forEach((article) -> awaitTold(article, rows(article)));
	}

	@Test
	void areDescribed() {
		JsonNode like = get("/openapi.json").path("paths").path("/api/v1/articles/{article}/like");
		assertThat(like.path("get").path("summary").asString()).isEqualTo("Whether the reader likes an article");
		for (String method : List.of("get", "put", "delete")) {
			assertThat(like.path(method).path("parameters").size()).as(method).isEqualTo(1);
			assertThat(like.path(method).path("responses").has("410")).as(method).isTrue();
		}
	}

	private void assertAddsUp(UUID article) {
		long rows = rows(article);
		assertThat(count(article, "likes")).isEqualTo(rows);
		assertThat(number("select coalesce(sum(value), 0)::bigint from tally where metric = 'likes' "
				+ "and article_id = :who::uuid", article.toString()))
			.isEqualTo(rows);
	}

	/** Likes of visitors and accounts, visitors who sign in, and views. */
	private List<Callable<String>> storm(List<UUID> articles, List<String> accounts, List<String> devices) {
		Random random = new Random(7);
		List<Callable<String>> storm = new ArrayList<>();
		for (int i = 0; i < 1500; i++) {
			UUID article = articles.get(random.nextInt(articles.size()));
			String account = accounts.get(random.nextInt(accounts.size()));
			String device = devices.get(random.nextInt(devices.size()));
			boolean give = random.nextInt(3) > 0;
			storm.add(switch (random.nextInt(5)) {
				case 0, 1 -> () -> change(null, device, article, give);
				case 2 -> () -> change(account, null, article, give);
				case 3 -> () -> change(account, device, article, give);
				default -> () -> ask(account, device, article);
			});
		}
		for (int i = 0; i < 100; i++) {
			UUID article = articles.get(i % articles.size());
			String address = "10.9.0." + i;
			storm.add(() -> String.valueOf(view(article, address, BROWSER)));
		}
		Collections.shuffle(storm, random);
		return storm;
	}

	private static void atOnce(List<Callable<String>> calls) throws Exception {
		Semaphore places = new Semaphore(48);
		try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<String>> answers = new ArrayList<>();
			for (Callable<String> call : calls) {
				places.acquire();
				answers.add(readers.submit(() -> {
					try {
						return call.call();
					}
					finally {
						places.release();
					}
				}));
			}
			for (Future<String> answer : answers) {
				assertThat(answer.get()).isNotEmpty();
			}
		}
	}

	private String ask(@Nullable String account, @Nullable String visitor, UUID article) {
		return send(HttpMethod.GET, account, visitor, article);
	}

	private String change(@Nullable String account, @Nullable String visitor, UUID article, boolean give) {
		return send(give ? HttpMethod.PUT : HttpMethod.DELETE, account, visitor, article);
	}

	private String send(HttpMethod method, @Nullable String account, @Nullable String visitor, UUID article) {
		WebTestClient reader = (account != null)
				? this.service.mutateWith(mockJwt().jwt((token) -> token.subject(account))) : this.service;
		return Objects.requireNonNull(reader.method(method).uri(LIKE, article).headers((headers) -> {
			if (visitor != null) {
				headers.set("Rayonka-Visitor", visitor);
			}
		}).exchange().expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
	}

	private void likedDaysAgo(UUID article, String visitor, int days) {
		now(this.database
			.sql("""
					with old as (update article_like set given_at = given_at - :days * interval '1 day'
						where article_id = :article and visitor = :visitor returning article_id)
					update tally set hour = hour - :days * interval '1 day' from old where tally.article_id = old.article_id""")
			.bind("days", days)
			.bind("article", article)
			.bind("visitor", "visitor:" + visitor)
			.fetch()
			.rowsUpdated());
	}

	/** Likes of articles that no list shows. */
	private void insert(List<UUID> articles, String visitor) {
		now(this.database.sql("""
				with given as (insert into article_like (article_id, visitor, given_at)
					select article, :visitor, now() from unnest(:articles) as row (article)),
				tallied as (insert into tally (article_id, metric, hour, value)
					select article, 'likes', date_trunc('hour', now(), 'UTC'), 1 from unnest(:articles) as row (article)
					on conflict (article_id, metric, hour) do update set value = tally.value + 1)
				insert into counts (article_id, partition, likes, revision, change)
				select article, partition, 1, 1, 1 from unnest(:articles, :partitions) as row (article, partition)
				on conflict (article_id) do update set likes = counts.likes + 1, revision = counts.revision + 1,
					change = counts.change + 1""")
			.bind("visitor", visitor)
			.bind("articles", articles.toArray(UUID[]::new))
			.bind("partitions", articles.stream().map(Partitions::of).toArray(Integer[]::new))
			.fetch()
			.rowsUpdated());
	}

	private void awaitLiked(UUID article, Map<String, Double> values) {
		values.forEach((window, value) -> await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(popular("by=likes&window=" + window + "&edition=" + this.edition))
				.containsEntry(article, value)));
	}

	/** What others were told last. */
	private void awaitTold(UUID article, long likes) {
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(log(Topics.ENGAGEMENT).stream()
				.map((record) -> (CountsChanged) EventJson.read(record.value()))
				.filter((event) -> event.article().equals(article))
				.reduce((before, after) -> {
					assertThat(after.revision()).isGreaterThan(before.revision());
					return after;
				})
				.map(CountsChanged::likes)
				.orElse(0L)).isEqualTo(likes));
	}

	private String givenAt(UUID article) {
		return now(this.database.sql("select given_at::text from article_like where article_id = :article")
			.bind("article", article)
			.mapValue(String.class)
			.one());
	}

	private long rows(UUID article) {
		return number("select count(*) from article_like where article_id = :who::uuid", article.toString());
	}

	private long changes(UUID article) {
		return number("select change from counts where article_id = :who::uuid", article.toString());
	}

	private long number(String sql, String who) {
		return now(this.database.sql(sql).bind("who", who).mapValue(Long.class).one());
	}

}
