package org.rayonka.engagement.counting;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rayonka.engagement.RunningService;
import org.rayonka.engagement.scoreboard.Rebuild.Placed;
import org.rayonka.engagement.scoreboard.Snapshot.HourRow;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Snapshots that are large, in a partition that no topic has.
 */
class SnapshotsIT extends RunningService {

	private static final int PARTITION = 99;

	@Autowired
	Snapshots snapshots;

	@AfterEach
	void clean() {
		List.of("view_hour", "view_seen", "counts")
			.forEach((table) -> change("delete from %s where partition = %d".formatted(table, PARTITION)));
	}

	@Test
	void givesEveryHourOnce() {
		writeHours(6, 2000);
		List<HourRow> hours = list(this.snapshots.hours(PARTITION));
		assertThat(hours).hasSize(12_000);
		assertThat(new HashSet<>(hours)).hasSize(12_000);
		assertThat(hours).allSatisfy((hour) -> assertThat(hour.counted()).isEqualTo(1));
	}

	@Test
	void givesEveryArticleOnce() {
		change("""
				insert into counts (article_id, partition, views, opening_views, opening_likes, likes, revision, change)
				select gen_random_uuid(), %d, 1, 0, 0, 0, 1, 1 from generate_series(1, 12000)""".formatted(PARTITION));
		List<Placed> articles = list(this.snapshots.articles(PARTITION));
		assertThat(articles).hasSize(12_000);
		assertThat(new HashSet<>(articles)).hasSize(12_000);
	}

	@Test
	void givesAllThatIsRememberedInOrder() {
		change("""
				insert into view_seen (partition, next_offset, clock, entries)
				select %d, piece, 0, piece || ' a' || E'\\n' || piece || ' b' from generate_series(0, 99) piece"""
			.formatted(PARTITION));
		List<String> entries = list(this.snapshots.remembered(PARTITION));
		assertThat(entries).hasSize(200).startsWith("0 a", "0 b", "1 a").endsWith("99 a", "99 b");
	}

	/** A statement is ended after some seconds, a restore may take minutes. */
	@Test
	void keepsNoStatementOpenForWhoTakesLong() {
		writeHours(150, 2000);
		StepVerifier.create(this.snapshots.hours(PARTITION), 1)
			.expectNextCount(1)
			.then(() -> await().until(() -> open() == 0))
			.thenRequest(Long.MAX_VALUE)
			.expectNextCount(299_999)
			.expectComplete()
			.verify(Duration.ofSeconds(60));
	}

	private void writeHours(int hours, int articles) {
		change("""
				insert into view_hour (article_id, hour, partition, counted, repeated, crawler, automated, prefetch)
				select article, date_trunc('hour', now()) - hour * interval '1 hour', %d, 1, 0, 0, 0, 0
				from (select gen_random_uuid() as article from generate_series(1, %d)) as articles
				cross join generate_series(1, %d) as hour""".formatted(PARTITION, articles, hours));
	}

	private long open() {
		return Objects.requireNonNull(this.database.sql("""
				select count(*) from pg_stat_activity
				where state = 'active' and query like '%from view_hour where partition%' and pid <> pg_backend_pid()""")
			.mapValue(Long.class)
			.one()
			.block(Duration.ofSeconds(5)));
	}

	private void change(String sql) {
		this.database.sql(sql).then().block(Duration.ofSeconds(30));
	}

	private static <T> List<T> list(Flux<T> rows) {
		return Objects.requireNonNull(rows.collectList().block(Duration.ofSeconds(30)));
	}

}
