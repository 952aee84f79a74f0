package org.rayonka.comment.moderation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.Cursor;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Lists what moderators have done, latest first.
 */
@Repository
class ActionLog {

	private static final String LIST = "actions";

	private static final String SELECT = "select " + Action.COLUMNS
			+ " from moderation_action where (:everywhere or edition = any(:editions))";

	private static final String ORDER = " order by at desc, id desc limit :limit";

	private final DatabaseClient database;

	ActionLog(DatabaseClient database) {
		this.database = database;
	}

	Mono<Page> read(Wanted wanted, int limit, @Nullable String after) {
		Cursor cursor = Cursor.of(after, LIST);
		String behind = (cursor != null) ? " and (at, id) < (:at, :id)" : "";
		DatabaseClient.GenericExecuteSpec query = wanted.bind(this.database.sql(SELECT + wanted.sql() + behind + ORDER))
			.bind("limit", limit + 1);
		return ((cursor != null) ? query.bind("at", cursor.at()).bind("id", cursor.id()) : query).map(Action::of)
			.all()
			.collectList()
			.map((actions) -> Page.of(actions, limit));
	}

	/**
	 * Which actions.
	 *
	 * @param editions of these editions, {@code *} for all
	 * @param comment of this comment alone, or null
	 * @param moderator of this moderator alone, or null
	 */
	record Wanted(Collection<String> editions, @Nullable UUID comment, @Nullable String moderator) {

		private String sql() {
			return ((this.comment != null) ? " and comment_id = :comment" : "")
					+ ((this.moderator != null) ? " and moderator = :moderator" : "");
		}

		private DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec query) {
			DatabaseClient.GenericExecuteSpec bound = query.bind("everywhere", this.editions.contains("*"))
				.bind("editions", this.editions.toArray(String[]::new));
			bound = (this.comment != null) ? bound.bind("comment", this.comment) : bound;
			return (this.moderator != null) ? bound.bind("moderator", this.moderator) : bound;
		}

	}

	/**
	 * A page of actions.
	 *
	 * @param items the actions
	 * @param next cursor of the next page, null on the last one
	 */
	record Page(List<Action> items, @Nullable String next) {

		static Page of(List<Action> actions, int limit) {
			if (actions.size() <= limit) {
				return new Page(actions, null);
			}
			Action last = actions.get(limit - 1);
			return new Page(actions.subList(0, limit), new Cursor(LIST, 0, last.at(), last.id()).text());
		}

	}

}
