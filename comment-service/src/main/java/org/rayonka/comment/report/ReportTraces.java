package org.rayonka.comment.report;

import java.util.UUID;

import org.rayonka.comment.thread.Pages;
import org.rayonka.comment.thread.Traces;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * What somebody has reported. What nobody has judged yet is no longer counted.
 */
@Component
@Order(2)
class ReportTraces implements Traces {

	private static final String SELECT = """
			select comment_id as id, cast(json_build_object('comment', comment_id, 'reason', reason, 'at', created_at)
				as text) as json
			from report where visitor = :author and comment_id > :after order by comment_id limit :limit""";

	private static final String DISCUSSION = """
			select article_id from report join comment on comment.id = comment_id where visitor = :author limit 1""";

	/** The comments first, as whoever reports does. */
	private static final String LOCK = """
			select comment.id from comment where article_id = :article
				and id in (select comment_id from report where visitor = :author) order by id limit :limit
			for no key update""";

	private static final String WIPE = """
			with gone as (
				delete from report where visitor = :author and comment_id = any(:comments)
				returning comment_id, weight, upheld)
			update comment set reports = reports - 1, report_weight = greatest(report_weight - weight, 0) from gone
			where id = comment_id and upheld is null and reports > 0""";

	private final DatabaseClient database;

	ReportTraces(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public String name() {
		return "reports";
	}

	@Override
	public Flux<String> of(String author) {
		return Pages.all((after) -> this.database.sql(SELECT)
			.bind("author", author)
			.bind("after", after)
			.bind("limit", Pages.SIZE)
			.map(Pages.Row::of)
			.all()
			.collectList());
	}

	@Override
	public Mono<UUID> discussion(String author) {
		return this.database.sql(DISCUSSION).bind("author", author).mapValue(UUID.class).one();
	}

	@Override
	public Mono<Void> wipe(String author, UUID article) {
		return this.database.sql(LOCK)
			.bind("author", author)
			.bind("article", article)
			.bind("limit", Pages.SIZE)
			.mapValue(UUID.class)
			.all()
			.collectList()
			.flatMap((comments) -> this.database.sql(WIPE)
				.bind("author", author)
				.bind("comments", comments.toArray(UUID[]::new))
				.then());
	}

}
