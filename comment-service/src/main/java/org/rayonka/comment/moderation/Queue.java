package org.rayonka.comment.moderation;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.Cursor;
import org.rayonka.comment.thread.Comments;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * What moderators have to look at, longest waiting first: pending comments, and published
 * ones that readers have reported.
 */
@Repository
class Queue {

	private static final String LIST = "queue";

	private static final String SELECT = "select " + Comments.COLUMNS
			+ """
					, edition, reports, findings, array(
						select reason from report where comment_id = id order by report.created_at desc limit 5) as reasons
					from comment join discussion using (article_id)
					where (status in ('pending', 'withheld') or reports > 0) and (:everywhere or edition = any(:editions)) and\s""";

	private static final String ORDER = " order by created_at, id limit :limit";

	private final DatabaseClient database;

	Queue(DatabaseClient database) {
		this.database = database;
	}

	/** A page of the queue of some editions, of all of them for {@code *}. */
	Mono<Page> read(Collection<String> editions, int limit, @Nullable String after) {
		Cursor cursor = Cursor.of(after, LIST);
		String behind = (cursor != null) ? "(created_at, id) > (:at, :id)" : "true";
		DatabaseClient.GenericExecuteSpec query = this.database.sql(SELECT + behind + ORDER)
			.bind("everywhere", editions.contains("*"))
			.bind("editions", editions.toArray(String[]::new))
			.bind("limit", limit + 1);
		return ((cursor != null) ? query.bind("at", cursor.at()).bind("id", cursor.id()) : query).map(QueueItem::of)
			.all()
			.collectList()
			.map((items) -> Page.of(items, limit));
	}

	/**
	 * A page of the queue.
	 *
	 * @param items comments that wait
	 * @param next cursor of the next page, null on the last one
	 */
	record Page(List<QueueItem> items, @Nullable String next) {

		static Page of(List<QueueItem> items, int limit) {
			if (items.size() <= limit) {
				return new Page(items, null);
			}
			QueueItem last = items.get(limit - 1);
			return new Page(items.subList(0, limit), new Cursor(LIST, 0, last.at(), last.id()).text());
		}

	}

}
