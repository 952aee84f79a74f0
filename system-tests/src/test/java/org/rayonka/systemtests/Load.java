package org.rayonka.systemtests;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;

/**
 * Readers who view, like and discuss one article at a steady rate while an importer
 * brings along what an old site had counted and collected, each trying again until the
 * answer says that it is kept. Every action can be repeated without counting twice, so
 * that in the end the counts must equal the actions exactly.
 */
final class Load {

	static final int VIEWS = 300;

	static final int LIKES = 100;

	static final int COMMENTS = 100;

	static final int OPENING_VIEWS = 51_000;

	static final int OPENING_LIKES = 70;

	static final int OLD_COMMENTS = 30;

	/** How often the importer comes, each time with more of the same. */
	private static final int IMPORTS = 10;

	/** Actions a second, all kinds together. */
	private static final int RATE = 100;

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final Api anonymous;

	private final Api member;

	private final List<String> visitors;

	Load(RunningPlatform platform, Api member, List<String> visitors) {
		this.anonymous = Api.anonymous(platform);
		this.member = member;
		this.visitors = visitors;
	}

	/** Collects the signed cookies of as many visitors as one load needs. */
	static List<String> visitors(RunningPlatform platform, String article) {
		List<String> cookies = new ArrayList<>();
		for (int i = 0; i < LIKES; i++) {
			Api.Reply reply = Api.anonymous(platform).send("PUT", "/api/v1/articles/" + article + "/like", null, null);
			cookies.add(reply.header("Set-Cookie").replaceFirst(";.*", ""));
		}
		return cookies;
	}

	/**
	 * Sends all actions, each at its time.
	 * @return completes when every one of them is acknowledged
	 */
	CompletableFuture<Void> start(String article, ExecutorService readers) {
		CompletableFuture<?>[] actions = IntStream.range(0, VIEWS + LIKES + COMMENTS)
			.mapToObj((number) -> CompletableFuture.runAsync(action(article, number),
					CompletableFuture.delayedExecutor(number * 1000L / RATE, TimeUnit.MILLISECONDS, readers)))
			.toArray(CompletableFuture[]::new);
		return CompletableFuture.allOf(CompletableFuture.allOf(actions), bringAlong(article, readers));
	}

	/** One request after the other, so that the last word is the importer's last. */
	private CompletableFuture<Void> bringAlong(String article, ExecutorService importers) {
		Executor unhurried = CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS, importers);
		CompletableFuture<Void> brought = CompletableFuture.completedFuture(null);
		for (int part = 1; part <= IMPORTS; part++) {
			brought = brought.thenRunAsync(open(article, part), unhurried)
				.thenRunAsync(importComments(article, part), unhurried);
		}
		return brought;
	}

	private Runnable open(String article, int part) {
		Map<String, Integer> opening = Map.of("views", OPENING_VIEWS * part / IMPORTS, "likes",
				OPENING_LIKES * part / IMPORTS);
		return untilKept(() -> this.member.json("PUT", "/api/v1/articles/" + article + "/opening", opening));
	}

	private Runnable importComments(String article, int part) {
		List<Map<String, String>> items = IntStream.range(0, OLD_COMMENTS * part / IMPORTS)
			.mapToObj((number) -> Map.of("sourceId", "old-" + number, "name", "Старожил", "text", "Мнение", "at",
					"2014-05-06T10:00:00Z", "status", "published"))
			.toList();
		return untilKept(() -> this.member.json("POST", "/api/v1/moderation/imports",
				Map.of("articleId", article, "items", items)));
	}

	private Runnable action(String article, int number) {
		String path = "/api/v1/articles/" + article;
		return switch (number % 5) {
			case 0 -> like(path, number / 5);
			case 1 -> comment(path, number);
			default -> view(path, number);
		};
	}

	private Runnable view(String path, int number) {
		Api reader = this.anonymous.with("User-Agent",
				"Mozilla/5.0 (Linux; Android 15; SM-A%d) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36"
					.formatted(number));
		return untilKept(() -> reader.send("POST", path + "/views", null, null));
	}

	private Runnable like(String path, int number) {
		Api reader = this.anonymous.with("Cookie", this.visitors.get(number));
		return untilKept(() -> reader.send("PUT", path + "/like", null, null));
	}

	private Runnable comment(String path, int number) {
		Api reader = this.member.with("Idempotency-Key", UUID.randomUUID().toString());
		return untilKept(() -> reader.json("POST", path + "/comments", Map.of("text", "Мнение номер " + number)));
	}

	private static Runnable untilKept(Callable<Api.Reply> action) {
		return () -> {
			Instant start = Instant.now();
			Awaitility.await()
				.atMost(PATIENCE)
				.pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(500))
				.ignoreException(UncheckedIOException.class)
				.until(() -> kept(action.call(), start));
		};
	}

	private static boolean kept(Api.Reply reply, Instant start) {
		if (reply.away()) {
			return false;
		}
		return switch (reply.status()) {
			case 200, 201, 202 -> true;
			// the first try is still under way
			case 409 -> false;
			default -> throw new IllegalStateException(
					"After %s: %d %s".formatted(Duration.between(start, Instant.now()), reply.status(), reply.body()));
		};
	}

}
