package org.rayonka.article;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
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
 * Somebody walks through a long list while a newsroom works on it, behind and before the
 * place where they stand.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangingListIT extends RunningService {

	private static final int ARTICLES = 2000;

	private static final int CHANGES = 200;

	private static final Instant NEWEST = Instant.parse("2026-01-01T00:00:00Z");

	/** Written by the database itself, since the newsroom would take minutes. */
	private static final List<String> COPIES = List.of(
			"""
					insert into article (id, edition, rubric, status, revision, headline, standfirst, byline, age_mark, tags,
						pictures, videos, comments_open, created_at, saved_at, slug, path, published_at, updated_at, public_revision)
					select uuidv7(), edition, rubric, status, revision, headline, standfirst, byline, age_mark, tags, pictures,
						videos, comments_open, created_at, saved_at, slug || '-' || n, path || '-' || n,
						published_at - n * interval '1 hour', updated_at, public_revision
					from article cross join generate_series(1, %d) as n where edition = :edition
					"""
				.formatted(ARTICLES - 1),
			"""
					insert into article_body (article_id, html)
					select id, '<p>Статья и статья.</p>' from article where edition = :edition on conflict do nothing
					""",
			"""
					insert into article_placement (article_id, edition, rubric, published_at)
					select id, edition, rubric, published_at from article where edition = :edition on conflict do nothing
					""",
			"""
					insert into article_tag (article_id, tag, edition, published_at)
					select id, tag, edition, published_at from article cross join unnest(tags) as tag where edition = :edition
					on conflict do nothing
					""",
			"""
					insert into article_search (article_id, published_at, words, title, marks)
					select article_id, s.published_at, words, title, marks from searchable_article s
					join article a on a.id = article_id where edition = :edition on conflict do nothing
					""");

	private final List<String> live = new ArrayList<>();

	private String edition = "";

	@BeforeAll
	void publishes() {
		this.edition = edition();
		published(0);
		COPIES.forEach((sql) -> this.database.sql(sql).bind("edition", this.edition).then().block());
		this.live.addAll(Objects.requireNonNull(
				this.database.sql("select id::text from article where edition = :edition order by published_at desc")
					.bind("edition", this.edition)
					.mapValue(String.class)
					.all()
					.collectList()
					.block()));
		assertThat(this.live).hasSize(ARTICLES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "&tag=мосты", "&q=статья" })
	void missesNothingAndRepeatsNothing(String filter) {
		List<String> withdrawn = some(0);
		List<String> corrected = some(1);
		List<Mono<String>> changes = new ArrayList<>();
		for (int number = 0; number < CHANGES / 4; number++) {
			String old = withdrawn.get(number);
			String wrong = corrected.get(number);
			int hours = number * ARTICLES * 4 / CHANGES;
			changes.add(task(() -> step(read(old), "withdraw", Map.of("note", "Ошибка"))));
			changes.add(task(() -> step(read(wrong), "correct", Map.of("byline", "Анна", "note", "Уточнение"))));
			changes.add(task(() -> published(this.edition, "Статья свежая")));
			changes.add(task(() -> published(hours)));
		}
		Walk walk = walk("/api/v1/articles?limit=9&edition=" + this.edition + filter, changes);
		this.live.removeAll(withdrawn);
		assertThat(walk.seen()).doesNotHaveDuplicates().containsAll(this.live);
		walk.changed().stream().filter((id) -> !this.live.contains(id)).forEach(this.live::add);
		assertThat(Stream.concat(this.live.stream(), withdrawn.stream())).containsAll(walk.seen());
		this.live.removeAll(withdrawn);
	}

	/**
	 * What was seen, and the articles that changed meanwhile.
	 */
	private record Walk(List<String> seen, List<String> changed) {
	}

	/**
	 * Some changes are under way whenever a page is read, and the last before the last
	 * page.
	 */
	private Walk walk(String uri, List<Mono<String>> changes) {
		List<String> seen = new ArrayList<>();
		List<String> changed = new ArrayList<>();
		List<Mono<String>> left = new ArrayList<>(changes);
		@Nullable String cursor = "";
		while (cursor != null) {
			List<Mono<String>> now = left.subList(0, Math.min(2, left.size()));
			Mono<List<String>> done = Flux.merge(List.copyOf(now)).collectList().cache();
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
	private List<String> some(int offset) {
		int each = this.live.size() * 4 / CHANGES;
		return IntStream.range(0, CHANGES / 4).mapToObj((number) -> this.live.get(number * each + offset)).toList();
	}

	private Known read(String id) {
		return known(call(HttpMethod.GET, "/api/v1/newsroom/articles/" + id, CLIENT).exchange().expectStatus().isOk());
	}

	private Known published(int hours) {
		Known draft = draft(this.edition, "Статья давняя");
		return step(draft, "publish", Map.of("publishedAt", NEWEST.minus(Duration.ofHours(hours)).toString()));
	}

	private static Mono<String> task(Callable<Known> task) {
		return Mono.fromCallable(() -> task.call().id()).subscribeOn(Schedulers.boundedElastic());
	}

}
