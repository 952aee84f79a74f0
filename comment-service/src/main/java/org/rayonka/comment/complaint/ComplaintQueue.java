package org.rayonka.comment.complaint;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.Cursor;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Complaints in the order in which they have to be decided.
 */
@Repository
class ComplaintQueue {

	private static final String IN_EDITIONS = " and (:everywhere or discussion.edition = any(:editions))";

	private static final String ORDER = " order by due_at, complaint.id limit :limit";

	private final DatabaseClient database;

	ComplaintQueue(DatabaseClient database) {
		this.database = database;
	}

	/** A page of the complaints of some editions, of all of them for {@code *}. */
	Mono<Page> read(Collection<String> editions, ComplaintState state, int limit, @Nullable String after) {
		Cursor cursor = Cursor.of(after, state.list());
		String behind = (cursor != null) ? " and (due_at, complaint.id) > (:at, :id)" : "";
		DatabaseClient.GenericExecuteSpec query = this.database
			.sql(Complaint.SELECT + state.condition() + IN_EDITIONS + behind + ORDER)
			.bind("everywhere", editions.contains("*"))
			.bind("editions", editions.toArray(String[]::new))
			.bind("limit", limit + 1);
		return ((cursor != null) ? query.bind("at", cursor.at()).bind("id", cursor.id()) : query).map(Complaint::of)
			.all()
			.collectList()
			.map((items) -> Page.of(items, limit, state.list()));
	}

	/**
	 * A page of complaints.
	 *
	 * @param items the complaints
	 * @param next cursor of the next page, null on the last one
	 */
	record Page(List<Complaint> items, @Nullable String next) {

		static Page of(List<Complaint> items, int limit, String list) {
			if (items.size() <= limit) {
				return new Page(items, null);
			}
			Complaint last = items.get(limit - 1);
			return new Page(items.subList(0, limit), new Cursor(list, 0, last.dueAt(), last.id()).text());
		}

	}

}
