package org.rayonka.article;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What aggregators read of the change log.
 */
class ChangeLogIT extends RunningService {

	private static final ParameterizedTypeReference<ServerSentEvent<JsonNode>> EVENTS = new ParameterizedTypeReference<>() {
	};

	@Test
	void neverSkipsAnEntryUnderConcurrentPublishers() {
		String edition = edition();
		List<Known> drafts = Flux.range(0, 160)
			.flatMap((i) -> blocking(() -> draft(edition, "Статья " + i)), 8)
			.collectList()
			.blockOptional()
			.orElseThrow();
		AtomicBoolean publishing = new AtomicBoolean(true);
		Mono<List<String>> published = Flux.fromIterable(drafts)
			.flatMap((draft) -> blocking(() -> step(draft, "publish", null).id()), 8)
			.collectList()
			.doFinally((signal) -> publishing.set(false))
			.cache();
		published.subscribe();
		List<String> polled = new ArrayList<>();
		String cursor = "";
		boolean more = true;
		while (more) {
			more = publishing.get();
			JsonNode page = get("/api/v1/changes?limit=100&edition=" + edition + "&after=" + cursor);
			page.path("items").forEach((item) -> polled.add(item.path("article").path("id").asString()));
			cursor = page.path("next").asString();
		}
		List<String> inTheEnd = new ArrayList<>();
		get("/api/v1/changes?limit=100&edition=" + edition).path("items")
			.forEach((item) -> inTheEnd.add(item.path("article").path("id").asString()));
		assertThat(polled).containsExactlyInAnyOrderElementsOf(Objects.requireNonNull(published.block()));
		assertThat(polled.subList(0, 100)).isEqualTo(inTheEnd);
	}

	@Test
	void givesTheSameCursorAgainWhenThereIsNothingNew() {
		String edition = edition();
		String start = get("/api/v1/changes?edition=" + edition).path("next").asString();
		assertThat(start).isNotEmpty();
		published(edition, "Мост открыли");
		JsonNode page = get("/api/v1/changes?edition=" + edition + "&after=" + start);
		assertThat(page.path("items").size()).isEqualTo(1);
		String next = page.path("next").asString();
		assertThat(page.path("items").path(0).path("cursor").asString()).isEqualTo(next);
		JsonNode empty = get("/api/v1/changes?edition=" + edition + "&after=" + next);
		assertThat(empty.path("items").size()).isZero();
		assertThat(empty.path("next").asString()).isEqualTo(next);
	}

	@Test
	void leavesATombstone() {
		String edition = edition();
		Known article = step(published(edition, "Мост открыли"), "withdraw", null);
		JsonNode items = get("/api/v1/changes?edition=" + edition).path("items");
		assertThat(items.size()).isEqualTo(2);
		assertThat(items.path(1).path("kind").asString()).isEqualTo("withdrawn");
		JsonNode tombstone = items.path(1).path("article");
		assertThat(tombstone.path("id").asString()).isEqualTo(article.id());
		assertThat(tombstone.path("url").asString()).isEqualTo(article.url());
		assertThat(tombstone.path("edition").asString()).isEqualTo(edition);
		assertThat(tombstone.path("headline").isNull()).isTrue();
	}

	@Test
	void streamsWhatHappensAndResumesWhereItStopped() {
		String edition = edition();
		Known first = published(edition, "Раз");
		List<ServerSentEvent<JsonNode>> seen = new ArrayList<>();
		StepVerifier.create(stream(edition, "").take(3))
			.consumeNextWith(seen::add)
			.then(() -> seen.forEach((event) -> assertThat(idOf(event)).isEqualTo(first.id())))
			.then(() -> step(first, "correct", Map.of("headline", "Раз!")))
			.assertNext((event) -> assertThat(event.event()).isEqualTo("corrected"))
			.then(() -> published(edition, "Два"))
			.assertNext((event) -> assertThat(event.event()).isEqualTo("published"))
			.expectComplete()
			.verify(Duration.ofSeconds(20));
		StepVerifier.create(stream(edition, Objects.requireNonNull(seen.getFirst().id())).take(2))
			.assertNext((event) -> assertThat(event.event()).isEqualTo("corrected"))
			.assertNext((event) -> assertThat(event.event()).isEqualTo("published"))
			.expectComplete()
			.verify(Duration.ofSeconds(20));
	}

	@Test
	void showsThatASilentStreamLives() {
		String edition = edition();
		Flux<String> comments = open(edition, "").getResponseBody().mapNotNull(ServerSentEvent::comment);
		StepVerifier.create(comments.take(2)).expectNextCount(2).expectComplete().verify(Duration.ofSeconds(10));
	}

	private Flux<ServerSentEvent<JsonNode>> stream(String edition, String lastEventId) {
		return open(edition, lastEventId).getResponseBody().filter((event) -> event.data() != null);
	}

	private FluxExchangeResult<ServerSentEvent<JsonNode>> open(String edition, String lastEventId) {
		return http().get()
			.uri("/api/v1/changes?edition=" + edition)
			.accept(MediaType.TEXT_EVENT_STREAM)
			.header("Last-Event-ID", lastEventId)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(EVENTS);
	}

	private static String idOf(ServerSentEvent<JsonNode> event) {
		return Objects.requireNonNull(event.data()).path("article").path("id").asString();
	}

	private static <T> Mono<T> blocking(Callable<T> work) {
		return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
	}

}
