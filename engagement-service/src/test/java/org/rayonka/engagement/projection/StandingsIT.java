package org.rayonka.engagement.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.rayonka.engagement.RunningService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks PostgreSQL how it would look for what is pending in a large archive.
 */
class StandingsIT extends RunningService {

	/** Nobody's. */
	private static final int PARTITION = 99;

	@Autowired
	private TransactionalOperator transaction;

	@Test
	void areFoundWithoutReadingTheWholeArchive() {
		assertThat(plan(0)).as("nothing pending").contains("counts_to_project").doesNotContain("Seq Scan on counts");
		assertThat(plan(1)).as("everything pending").contains("counts_to_project").doesNotContain("Seq Scan on counts");
	}

	private String plan(int change) {
		Mono<List<String>> plan = this.database.sql("""
				insert into counts (article_id, partition, change)
				select gen_random_uuid(), :partition, :change from generate_series(1, 50000)""")
			.bind("partition", PARTITION)
			.bind("change", change)
			.then()
			.then(this.database.sql("analyze counts").then())
			.then(this.database.sql("explain " + Standings.PENDING)
				.bind("oldest", Instant.now().minus(Duration.ofDays(30)))
				.bind("partition", PARTITION)
				.bind("page", Standings.PAGE)
				.mapValue(String.class)
				.all()
				.collectList());
		return String.join("\n", this.transaction.execute((kept) -> {
			kept.setRollbackOnly();
			return plan;
		}).blockLast(Duration.ofSeconds(30)));
	}

}
