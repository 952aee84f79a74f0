package org.rayonka.engagement.discussion;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.rayonka.engagement.scoreboard.Partitions;
import org.rayonka.events.CommentEdited;
import org.rayonka.events.CommentEvent;
import org.rayonka.events.CommentPublished;
import org.rayonka.events.CommentRemoved;
import org.rayonka.events.CommentsImported;
import org.rayonka.events.CommentsImported.Said;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The comments that everybody may read, as far as numbers and lists need them. A list of
 * a window shows the standing comments that were published in it.
 */
@Component
class Discussions {

	/** Locks the article's row; no row is returned for old news. */
	private static final String COUNT = """
			insert into counts (article_id, partition, comments, comments_revision, change)
			values (:article, :partition, :count, :revision, 1)
			on conflict (article_id) do update set comments = excluded.comments,
				comments_revision = excluded.comments_revision, change = counts.change + 1
			where counts.comments_revision < excluded.comments_revision
			returning article_id""";

	private static final String PUBLISH = """
			with published as (insert into standing_comment (comment_id, article_id, published_at)
				select comment, :article, timestamptz 'epoch' + micros * interval '1 microsecond'
				from unnest(:comments, :micros) as said (comment, micros)
				on conflict do nothing returning published_at)
			insert into tally (article_id, metric, hour, value)
			select :article, 'comments', date_trunc('hour', published_at, 'UTC') as hour, count(*) from published group by hour
			on conflict (article_id, metric, hour) do update set value = tally.value + excluded.value""";

	private static final String REMOVE = """
			with removed as (delete from standing_comment where comment_id = :comment returning article_id, published_at)
			update tally set value = value - 1 from removed where tally.article_id = removed.article_id
				and metric = 'comments' and hour = date_trunc('hour', removed.published_at, 'UTC')""";

	private final DatabaseClient database;

	Discussions(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Applies what comment-service tells; old news and news told twice change nothing.
	 */
	Mono<Void> apply(CommentEvent event) {
		return this.database.sql(COUNT)
			.bind("article", event.article())
			.bind("partition", Partitions.of(event.article()))
			.bind("count", event.count())
			.bind("revision", event.revision())
			.fetch()
			.one()
			.flatMap((row) -> tally(event));
	}

	private Mono<Void> tally(CommentEvent event) {
		return switch (event) {
			case CommentPublished published ->
				publish(event.article(), List.of(new Said(published.comment(), published.at())));
			// said elsewhere: of a window when it was said in it, else only in the number
			case CommentsImported imported -> publish(event.article(), imported.recent());
			case CommentEdited _ -> Mono.empty();
			case CommentRemoved removed -> this.database.sql(REMOVE).bind("comment", removed.comment()).then();
		};
	}

	private Mono<Void> publish(UUID article, List<Said> comments) {
		if (comments.isEmpty()) {
			return Mono.empty();
		}
		return this.database.sql(PUBLISH)
			.bind("article", article)
			.bind("comments", comments.stream().map(Said::comment).toArray(UUID[]::new))
			.bind("micros",
					comments.stream()
						.map((said) -> ChronoUnit.MICROS.between(Instant.EPOCH, said.at()))
						.toArray(Long[]::new))
			.then();
	}

}
