package org.rayonka.comment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Requests that are given up while they are worked on, at whichever moment.
 */
@OnRealServers
@TestPropertySource(properties = "rayonka.comments.deadline=150ms")
class ImpatienceIT {

	private static final int COMMENTS = 1200;

	private static final int WRITERS = 12;

	private static final String TRANSACTIONS = """
			select count(*) from pg_stat_activity
			where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()""";

	@Autowired
	private Conversations conversations;

	@Autowired
	private DatabaseClient database;

	@Test
	void leavesNoCountWithoutItsComment() throws InterruptedException {
		Conversation conversation = this.conversations.begin();
		List<Integer> answers = atOnce(conversation);
		assertThat(answers).contains(503).isSubsetOf(201, 503);
		await().atMost(ofSeconds(20)).until(() -> number(TRANSACTIONS) == 0);
		assertThat(number("select comments from discussion where article_id = '%s'".formatted(conversation.article())))
			.isEqualTo(conversation.rows());
	}

	private List<Integer> atOnce(Conversation conversation) throws InterruptedException {
		try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
			List<Callable<Integer>> posts = IntStream.range(0, COMMENTS)
				.<Callable<Integer>>mapToObj((n) -> () -> posted(conversation, n))
				.toList();
			return writers.invokeAll(posts).stream().map(Future::resultNow).toList();
		}
	}

	private static int posted(Conversation conversation, int number) {
		return conversation.as("impatient-reader")
			.post()
			.uri("/api/v1/articles/" + conversation.article() + "/comments")
			.bodyValue(Map.of("text", "Слово " + number))
			.exchange()
			.expectBody()
			.returnResult()
			.getStatus()
			.value();
	}

	private long number(String sql) {
		return Objects.requireNonNull(this.database.sql(sql).mapValue(Long.class).one().block());
	}

}
