package org.rayonka.article;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody walks through a long list while a newsroom works on it, behind and before the
 * place where they stand.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangingListIT extends RunningService {

	private static final int ARTICLES = 2000;

	private static final int CHANGES = 200;

	private static final Instant NEWEST = Instant.parse("2026-01-01T00:00:00Z");

	private final List<Known> live = new ArrayList<>();

	private String edition = "";

	@BeforeAll
	void publishes() {
		this.edition = edition();
		this.live.addAll(Objects.requireNonNull(Flux.range(0, ARTICLES)
			.flatMap((number) -> task(() -> published(number)), 8)
			.collectList()
			.block(Duration.ofMinutes(5))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "&tag=мосты", "&q=статья" })
	void missesNothingAndRepeatsNothing(String filter) {
		List<Known> withdrawn = some(0);
		List<Known> corrected = some(1);
		Set<String> atFirst = ids(this.live);
		List<Mono<Known>> changes = new ArrayList<>();
		for (int number = 0; number < CHANGES / 4; number++) {
			Known old = withdrawn.get(number);
			Known wrong = corrected.get(number);
			int place = number * ARTICLES * 4 / CHANGES;
			changes.add(task(() -> step(old, "withdraw", Map.of("note", "Ошибка"))));
			changes.add(task(() -> step(wrong, "correct", Map.of("body", "<p>Исправлено.</p>", "note", "Уточнение"))));
			changes.add(task(() -> published(this.edition, "Статья свежая")));
			changes.add(task(() -> published(place)));
		}
		Walk walk = walk("/api/v1/articles?limit=9&edition=" + this.edition + filter, changes);
		atFirst.removeAll(ids(withdrawn));
		assertThat(walk.seen()).doesNotHaveDuplicates().containsAll(atFirst);
		atFirst.addAll(ids(withdrawn));
		atFirst.addAll(ids(walk.changed()));
		assertThat(atFirst).containsAll(walk.seen());
		this.live.removeAll(withdrawn);
		this.live.removeAll(corrected);
		walk.changed().stream().filter((known) -> !ids(withdrawn).contains(known.id())).forEach(this.live::add);
	}

	/**
	 * What was seen, and the articles that changed meanwhile.
	 */
	private record Walk(List<String> seen, List<Known> changed) {
	}

	/**
	 * Some changes are under way whenever a page is read, and the last before the last
	 * page.
	 */
	private Walk walk(String uri, List<Mono<Known>> changes) {
		List<String> seen = new ArrayList<>();
		List<Known> changed = new ArrayList<>();
		List<Mono<Known>> left = new ArrayList<>(changes);
		@Nullable String cursor = "";
		while (cursor != null) {
			List<Mono<Known>> now = left.subList(0, Math.min(2, left.size()));
			Mono<List<Known>> done = Flux.merge(List.copyOf(now)).collectList().cache();
			now.clear();
			done.subscribe();
			JsonNode page = get(uri + "&cursor=" + cursor);
			page.path("items").forEach((item) -> seen.add(item.path("id").asString()));
			cursor = page.path("next").stringValue(null);
			changed.addAll(Objects.requireNonNull(done.block(Duration.ofSeconds(30))));
		}
		assertThat(left).isEmpty();
		return new Walk(seen, changed);
	}

	/** Spread over the whole list. */
	private List<Known> some(int offset) {
		int each = this.live.size() * 4 / CHANGES;
		List<Known> some = new ArrayList<>();
		for (int number = 0; number < CHANGES / 4; number++) {
			some.add(this.live.get(number * each + offset));
		}
		return some;
	}

	private Known published(int number) {
		Map<String, Object> text = new HashMap<>(text(this.edition, "Статья " + number));
		return step(draft(text), "publish", Map.of("publishedAt", NEWEST.minus(Duration.ofHours(number)).toString()));
	}

	private static Mono<Known> task(Callable<Known> task) {
		return Mono.fromCallable(task).subscribeOn(Schedulers.boundedElastic());
	}

	private static Set<String> ids(List<Known> articles) {
		Set<String> ids = new HashSet<>();
		articles.forEach((known) -> ids.add(known.id()));
		return ids;
	}

}
