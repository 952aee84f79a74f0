package org.rayonka.comment.moderation;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.Cursor;
import org.rayonka.comment.thread.Comments;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * What moderators have to look at: pending and withheld comments, and published ones that
 * readers have reported. One query a page.
 */
@Repository
class Queue {

	private static final String PAGE = "with page as materialized (select " + Comments.COLUMNS + """
			, edition, reports, report_weight, findings from comment join discussion using (article_id)
			where (:everywhere or edition = any(:editions)) and\s""" + QueueKind.WAITING + " and ";

	private static final String ITEMS = """
			 limit :limit), known as (
				select author as known_author, count(*) filter (where status = 'published') as known_published,
					count(*) filter (where status = 'rejected') as known_rejected
				from comment where author in (select author from page) group by author)
			select page.*, known_published, known_rejected, claimed_by, claimed_name, claimed_until, array(
					select reason from report where comment_id = page.id and upheld is null
					order by report.created_at desc limit 5) as reasons, array(
					select distinct category from report where comment_id = page.id and upheld is null
					order by category) as categories
			from page join known on known_author = author left join moderation_claim on comment_id = page.id
			order by\s""";

	private final DatabaseClient database;

	private final Clock clock;

	Queue(DatabaseClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** A page of the queue. */
	Mono<Page> read(Wanted wanted, int limit, @Nullable String after) {
		Cursor cursor = Cursor.of(after, wanted.list());
		return behind(this.database.sql(wanted.sql(cursor)), wanted, cursor)
			.bind("everywhere", wanted.editions.contains("*"))
			.bind("editions", wanted.editions.toArray(String[]::new))
			.bind("limit", limit + 1)
			.map((row) -> QueueItem.of(row, this.clock.instant()))
			.all()
			.collectList()
			.map((items) -> Page.of(items, limit, wanted.list()));
	}

	private static DatabaseClient.GenericExecuteSpec behind(DatabaseClient.GenericExecuteSpec query, Wanted wanted,
			@Nullable Cursor cursor) {
		if (cursor == null) {
			return query;
		}
		DatabaseClient.GenericExecuteSpec bound = query.bind("at", cursor.at()).bind("id", cursor.id());
		return (wanted.sort == QueueSort.WEIGHT) ? bound.bind("weight", cursor.score()) : bound;
	}

	/**
	 * Which comments, in which order.
	 *
	 * @param editions of these editions, {@code *} for all
	 * @param kind why they wait
	 * @param sort the order
	 */
	record Wanted(Collection<String> editions, QueueKind kind, QueueSort sort) {

		private String list() {
			return "queue" + this.kind.text() + this.sort.text();
		}

		private String sql(@Nullable Cursor cursor) {
			String behind = (cursor != null) ? " and " + this.sort.after() : "";
			String order = this.sort.order();
			return PAGE + this.kind.condition() + behind + " order by " + order + ITEMS + order;
		}

	}

	/**
	 * A page of the queue.
	 *
	 * @param items comments that wait
	 * @param next cursor of the next page, null on the last one
	 */
	record Page(List<QueueItem> items, @Nullable String next) {

		static Page of(List<QueueItem> items, int limit, String list) {
			if (items.size() <= limit) {
				return new Page(items, null);
			}
			QueueItem last = items.get(limit - 1);
			return new Page(items.subList(0, limit), new Cursor(list, last.thousandths(), last.at(), last.id()).text());
		}

	}

}
