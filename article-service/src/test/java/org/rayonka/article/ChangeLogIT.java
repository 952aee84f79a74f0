package org.rayonka.article;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.rayonka.article.changes.Change;
import org.rayonka.article.changes.ChangeKind;
import org.rayonka.article.changes.ChangeLog;
import org.rayonka.article.edition.Placement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
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

	@Autowired
	ChangeLog log;

	@Autowired
	TransactionalOperator transaction;

	@Test
	void showsNoEntryBeforeAnEarlierOneThatIsNotCommittedYet() {
		String edition = edition();
		Known slow = published(edition, "Долгая");
		Known quick = draft(edition, "Быстрая");
		Sinks.Empty<Void> written = Sinks.empty();
		Sinks.Empty<Void> commit = Sinks.empty();
		List<Placement> place = List.of(new Placement(edition, "society"));
		Change correction = new Change(UUID.fromString(slow.id()), place, place, ChangeKind.CORRECTED, Instant.now(),
				1000);
		Mono<Void> first = this.log.append(correction)
			.doOnSuccess((done) -> written.tryEmitEmpty())
			.then(commit.asMono())
			.as(this.transaction::transactional)
			.cache();
		first.subscribe();
		written.asMono().block();
		Mono<Known> second = blocking(() -> step(quick, "publish", null)).cache();
		second.timeout(Duration.ofSeconds(1)).onErrorComplete(TimeoutException.class).block();
		List<String> seen = new ArrayList<>();
		String cursor = read("", edition, seen);
		commit.tryEmitEmpty();
		first.then(second).block();
		read(cursor, edition, seen);
		assertThat(seen).containsExactly(slow.id(), slow.id(), quick.id());
	}

	private String read(String after, String edition, List<String> seen) {
		JsonNode page = get("/api/v1/changes?limit=100&edition=" + edition + "&after=" + after);
		page.path("items").forEach((item) -> seen.add(item.path("article").path("id").asString()));
		return page.path("next").asString();
	}

	@Test
	void neverSkipsAnEntryUnderConcurrentPublishers() {
		List<String> editions = all(Flux.range(0, 8).concatMap((i) -> blocking(this::edition)));
		List<Known> drafts = all(
				Flux.range(0, 160).flatMap((i) -> blocking(() -> draft(editions.get(i % 8), "Статья " + i)), 8));
		String start = walk("", new ArrayList<>());
		AtomicBoolean publishing = new AtomicBoolean(true);
		Mono<List<List<String>>> readers = Flux.range(0, 4)
			.flatMap((i) -> blocking(() -> poll(start, publishing)), 4)
			.collectList()
			.cache();
		readers.subscribe();
		List<String> published = all(
				Flux.fromIterable(drafts).flatMap((draft) -> blocking(() -> step(draft, "publish", null).id()), 8));
		publishing.set(false);
		List<String> inTheEnd = new ArrayList<>();
		walk(start, inTheEnd);
		assertThat(inTheEnd).containsExactlyInAnyOrderElementsOf(published);
		assertThat(readers.block()).hasSize(4).containsOnly(inTheEnd);
	}

	private List<String> poll(String start, AtomicBoolean publishing) {
		List<String> polled = new ArrayList<>();
		String place = start;
		while (publishing.get()) {
			place = read(place, "", polled);
		}
		walk(place, polled);
		return polled;
	}

	private String walk(String start, List<String> seen) {
		String place = start;
		int before;
		do {
			before = seen.size();
			place = read(place, "", seen);
		}
		while (seen.size() > before);
		return place;
	}

	private static <T> List<T> all(Flux<T> items) {
		return items.collectList().blockOptional().orElseThrow();
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
