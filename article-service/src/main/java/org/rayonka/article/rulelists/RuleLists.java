package org.rayonka.article.rulelists;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.purging.Purges;
import org.rayonka.tags.CacheTags;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The rules of editions' lists.
 */
@Repository
class RuleLists {

	private static final String INSERT = """
			insert into rule_list (edition, position, title, rubric, tag, author, video, length)
			select :edition, position, title, rubric, tag, author, video, length
			from unnest(:titles::text[], :rubrics::text[], :tags::text[], :authors::text[], :videos::boolean[],
				:lengths::int[]) with ordinality as given (title, rubric, tag, author, video, length, position)
			""";

	private final DatabaseClient database;

	private final Purges purges;

	private final TransactionalOperator transaction;

	RuleLists(DatabaseClient database, Purges purges, TransactionalOperator transaction) {
		this.database = database;
		this.purges = purges;
		this.transaction = transaction;
	}

	/**
	 * An edition's lists.
	 * @param edition its slug
	 * @return in the editors' order, none when there are none
	 */
	Flux<RuleList> of(String edition) {
		return this.database.sql("select * from rule_list where edition = :edition order by position")
			.bind("edition", edition)
			.map(RuleLists::list)
			.all();
	}

	/**
	 * Replaces an edition's lists.
	 * @param edition its slug
	 * @param lists in their order
	 * @return completes when they are kept
	 */
	Mono<Void> put(String edition, List<RuleList> lists) {
		return lock(edition).then(clear(edition))
			.then(insert(edition, lists))
			.then(this.purges.of(CacheTags.LISTS))
			.as(this.transaction::transactional);
	}

	/** Two editors who write at once come one after the other. */
	private Mono<Void> lock(String edition) {
		return this.database.sql("select slug from edition where slug = :edition for no key update")
			.bind("edition", edition)
			.then();
	}

	private Mono<Void> clear(String edition) {
		return this.database.sql("delete from rule_list where edition = :edition").bind("edition", edition).then();
	}

	private Mono<Void> insert(String edition, List<RuleList> lists) {
		return this.database.sql(INSERT)
			.bind("edition", edition)
			.bind("titles", column(lists, RuleList::title))
			.bind("rubrics", column(lists, RuleList::rubric))
			.bind("tags", column(lists, RuleList::tag))
			.bind("authors", column(lists, RuleList::author))
			.bind("videos", lists.stream().map(RuleList::video).toArray(Boolean[]::new))
			.bind("lengths", lists.stream().map(RuleList::length).toArray(Integer[]::new))
			.then();
	}

	private static String[] column(List<RuleList> lists, Function<RuleList, @Nullable String> part) {
		return lists.stream().map(part).toArray(String[]::new);
	}

	private static RuleList list(Readable row) {
		return new RuleList(Objects.requireNonNull(row.get("title", String.class)), row.get("rubric", String.class),
				row.get("tag", String.class), row.get("author", String.class), row.get("video", Boolean.class),
				Objects.requireNonNull(row.get("length", Integer.class)));
	}

}
