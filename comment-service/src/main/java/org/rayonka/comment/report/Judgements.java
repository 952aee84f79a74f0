package org.rayonka.comment.report;

import java.util.UUID;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Whether reports were right, which gives weight to what their readers report later.
 * Whoever judges has locked the comment, so that no report comes between.
 */
@Repository
public class Judgements {

	private static final String JUDGE = """
			update report set upheld = :upheld, judged_by = :action where comment_id = :comment and upheld is null""";

	private static final String REOPEN = "update report set upheld = null, judged_by = null where judged_by = :action";

	private static final String COUNT = """
			update comment set reports = standing.reports, report_weight = standing.weight
			from (select count(*) as reports, coalesce(sum(weight), 0) as weight
				from report where comment_id = :comment and upheld is null) standing
			where id = :comment and comment.reports + standing.reports > 0""";

	private final DatabaseClient database;

	Judgements(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Judges all reports of a comment that stand.
	 * @param comment the comment's id
	 * @param upheld whether they were right
	 * @param action by which it is judged
	 * @return completes when none stands any more
	 */
	public Mono<Void> judge(UUID comment, boolean upheld, UUID action) {
		return this.database.sql(JUDGE)
			.bind("upheld", upheld)
			.bind("action", action)
			.bind("comment", comment)
			.then()
			.then(Mono.defer(() -> count(comment)));
	}

	/**
	 * Takes a judgement back.
	 * @param comment the comment's id
	 * @param action by which it was judged
	 * @return completes when its reports stand again, beside those that came since
	 */
	public Mono<Void> reopen(UUID comment, UUID action) {
		return this.database.sql(REOPEN).bind("action", action).then().then(Mono.defer(() -> count(comment)));
	}

	private Mono<Void> count(UUID comment) {
		return this.database.sql(COUNT).bind("comment", comment).then();
	}

}
