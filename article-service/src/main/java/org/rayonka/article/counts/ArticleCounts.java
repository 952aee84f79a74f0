package org.rayonka.article.counts;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;

import org.rayonka.events.CommentEvent;
import org.rayonka.events.CountsChanged;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The numbers that other services tell. A number is replaced only by one of a higher
 * revision, so that events may come twice or late. Rows are written in the order of ids,
 * so that two batches never wait for each other.
 */
@Repository
class ArticleCounts {

	private static final String VIEWS_AND_LIKES = """
			insert into article_counts as known (article_id, engagement_revision, views, likes)
			select * from unnest(:articles::uuid[], :revisions::bigint[], :views::bigint[], :likes::bigint[])
			on conflict (article_id) do update set engagement_revision = excluded.engagement_revision,
				views = excluded.views, likes = excluded.likes
			where coalesce(known.engagement_revision, -1) < excluded.engagement_revision
			""";

	private static final String COMMENTS = """
			insert into article_counts as known (article_id, comments_revision, comments)
			select * from unnest(:articles::uuid[], :revisions::bigint[], :comments::bigint[])
			on conflict (article_id) do update set comments_revision = excluded.comments_revision,
				comments = excluded.comments
			where coalesce(known.comments_revision, -1) < excluded.comments_revision
			""";

	private final DatabaseClient database;

	ArticleCounts(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Takes views and likes over, in one statement.
	 * @param told one event for each article at most
	 * @return completes when they are kept
	 */
	Mono<Void> putEngagement(Collection<CountsChanged> told) {
		List<CountsChanged> events = told.stream().sorted(Comparator.comparing(CountsChanged::article)).toList();
		return put(this.database.sql(VIEWS_AND_LIKES)
			.bind("articles", events.stream().map(CountsChanged::article).toArray(UUID[]::new))
			.bind("revisions", numbers(events, CountsChanged::revision))
			.bind("views", numbers(events, CountsChanged::views))
			.bind("likes", numbers(events, CountsChanged::likes)), events);
	}

	/**
	 * Takes numbers of comments over, in one statement.
	 * @param told one event for each article at most
	 * @return completes when they are kept
	 */
	Mono<Void> putComments(Collection<CommentEvent> told) {
		List<CommentEvent> events = told.stream().sorted(Comparator.comparing(CommentEvent::article)).toList();
		return put(this.database.sql(COMMENTS)
			.bind("articles", events.stream().map(CommentEvent::article).toArray(UUID[]::new))
			.bind("revisions", numbers(events, CommentEvent::revision))
			.bind("comments", numbers(events, CommentEvent::count)), events);
	}

	private static Mono<Void> put(GenericExecuteSpec statement, List<?> events) {
		return events.isEmpty() ? Mono.empty() : statement.then();
	}

	private static <T> Long[] numbers(List<T> events, ToLongFunction<T> number) {
		return events.stream().mapToLong(number).boxed().toArray(Long[]::new);
	}

}
