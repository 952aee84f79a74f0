package org.rayonka.article;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody walks through a list while it grows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CursorWalkIT extends RunningService {

	private static final int ARTICLES = 350;

	private String edition = "";

	private Set<String> atFirst = Set.of();

	@BeforeAll
	void publishes() {
		this.edition = edition();
		this.atFirst = new TreeSet<>(Objects.requireNonNull(Flux.range(0, ARTICLES)
			.flatMap((i) -> Mono.fromCallable(() -> published(this.edition, "Статья " + i).id())
				.subscribeOn(Schedulers.boundedElastic()), 8)
			.collectList()
			.block()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "&rubric=society", "&tag=мосты", "&author=Пётр Иванов", "&q=статья", "&q=стотья",
			"&q=стат&from=2020-01-01" })
	void missesNothingAndRepeatsNothingWhileOthersArePublished(String filter) {
		AtomicBoolean walking = new AtomicBoolean(true);
		Mono<Long> others = Flux.range(0, 1000)
			.takeWhile((i) -> walking.get())
			.concatMap((i) -> Mono.fromCallable(() -> published(this.edition, "Новая статья " + i).id())
				.subscribeOn(Schedulers.boundedElastic()))
			.count()
			.cache();
		others.subscribeOn(Schedulers.parallel()).subscribe();
		List<String> seen = walk("/api/v1/articles?limit=7&edition=" + this.edition + filter);
		walking.set(false);
		assertThat(others.block()).isPositive();
		assertThat(seen).doesNotHaveDuplicates().containsAll(this.atFirst);
	}

	@Test
	void givesTheNextPartByLink() {
		String link = Objects.requireNonNull(
				call(HttpMethod.GET, "/api/v1/articles?limit=1&tag=мосты&edition=" + this.edition, null).exchange()
					.expectStatus()
					.isOk()
					.expectBody()
					.returnResult()
					.getResponseHeaders()
					.getFirst("Link"));
		assertThat(link).startsWith("<https://paper.example/api/v1/articles?").endsWith(">; rel=\"next\"");
		String next = link.substring("<https://paper.example".length(), link.indexOf('>'));
		JsonNode second = http().get()
			.uri(URI.create("http://localhost:" + this.port + next))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody();
		assertThat(second).isNotNull();
		assertThat(Map.of("size", Objects.requireNonNull(second).path("items").size())).containsEntry("size", 1);
	}

	private List<String> walk(String uri) {
		List<String> seen = new ArrayList<>();
		@Nullable String cursor = "";
		while (cursor != null) {
			JsonNode page = get(uri + "&cursor=" + cursor);
			StreamSupport.stream(page.path("items").spliterator(), false)
				.forEach((item) -> seen.add(item.path("id").asString()));
			cursor = page.path("next").isNull() ? null : page.path("next").asString();
		}
		return seen;
	}

}
