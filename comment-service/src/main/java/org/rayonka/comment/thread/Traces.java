package org.rayonka.comment.thread;

import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What a feature keeps of somebody beside the comments themselves, a row for each
 * comment: told to whom it concerns, and wiped when he asks for it.
 */
public final class Traces {

	private final DatabaseClient database;

	private final String table;

	private final String json;

	private final String counted;

	/**
	 * Tells of a table.
	 * @param database where it is
	 * @param table its name, in the singular; it has columns {@code comment_id} and
	 * {@code visitor}
	 * @param json SQL that makes a JSON object of a row
	 * @param counted SQL that takes the rows {@code gone} out of what is counted of them
	 */
	public Traces(DatabaseClient database, String table, String json, String counted) {
		this.database = database;
		this.table = table;
		this.json = json;
		this.counted = counted;
	}

	/**
	 * How it is called in what is told.
	 * @return a member's name in JSON
	 */
	public String name() {
		return this.table + "s";
	}

	/**
	 * Everything that is kept, read a page at a time.
	 * @param author account or visitor
	 * @return JSON objects
	 */
	public Flux<String> of(String author) {
		String select = """
				select comment_id as id, cast(%s as text) as json
				from %s where visitor = :author and comment_id > :after order by comment_id limit :limit"""
			.formatted(this.json, this.table);
		return Pages.all((after) -> this.database.sql(select)
			.bind("author", author)
			.bind("after", after)
			.bind("limit", Pages.SIZE)
			.map(Pages.Row::of)
			.all()
			.collectList());
	}

	/**
	 * A discussion in which something is kept.
	 * @param author account or visitor
	 * @return the id of its article, empty when nothing is left anywhere
	 */
	public Mono<UUID> discussion(String author) {
		String select = "select article_id from %s join comment on comment.id = comment_id where visitor = :author limit 1"
			.formatted(this.table);
		return this.database.sql(select).bind("author", author).mapValue(UUID.class).one();
	}

	/**
	 * Wipes some of what is kept in a discussion, with what is counted of it. Called in a
	 * transaction that has locked the discussion, until {@link #discussion} finds
	 * nothing.
	 * @param author account or visitor
	 * @param article the article discussed
	 * @return completes when it is written
	 */
	public Mono<Void> wipe(String author, UUID article) {
		// the comments first, as whoever adds a row does
		String lock = """
				select comment.id from comment where article_id = :article
					and id in (select comment_id from %s where visitor = :author) order by id limit :limit
				for no key update""".formatted(this.table);
		return this.database.sql(lock)
			.bind("author", author)
			.bind("article", article)
			.bind("limit", Pages.SIZE)
			.mapValue(UUID.class)
			.all()
			.collectList()
			.flatMap((comments) -> wipe(author, comments));
	}

	private Mono<Void> wipe(String author, List<UUID> comments) {
		String wipe = """
				with gone as (delete from %s where visitor = :author and comment_id = any(:comments) returning *)
				%s""".formatted(this.table, this.counted);
		return this.database.sql(wipe).bind("author", author).bind("comments", comments.toArray(UUID[]::new)).then();
	}

}
