package org.rayonka.comment.thread;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Where an author is not to notice a ban: what is withheld for it alone looks published
 * to its author, and everything else as it would without it.
 */
@Component
public class Shadow {

	/** The name of the rule. */
	public static final String RULE = "shadow";

	private final DatabaseClient database;

	Shadow(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Shows a comment to its author.
	 * @param comment as it is
	 * @return the comment as its author is to see it
	 */
	public Mono<Comment> seenByItsAuthor(Comment comment) {
		return findings(comment.id()).map((findings) -> seenByItsAuthor(comment, findings));
	}

	/**
	 * Shows a comment to its author.
	 * @param comment as it is
	 * @param findings what the rules found
	 * @return the comment as its author is to see it
	 */
	public static Comment seenByItsAuthor(Comment comment, List<Finding> findings) {
		return new Comment(comment.id(), comment.article(), comment.place(), comment.author(), comment.wording(),
				seenByItsAuthor(comment.status(), findings), comment.at(), comment.standing(), comment.marks());
	}

	static Status seenByItsAuthor(Status status, List<Finding> findings) {
		boolean alone = !findings.isEmpty() && told(findings).isEmpty();
		return (status == Status.WITHHELD && alone) ? Status.PUBLISHED : status;
	}

	/** Names of the rules of which an author may know. */
	static List<String> told(List<Finding> findings) {
		return findings.stream().map(Finding::rule).filter((rule) -> !RULE.equals(rule)).toList();
	}

	private Mono<List<Finding>> findings(UUID comment) {
		return this.database.sql("select findings from comment where id = :id")
			.bind("id", comment)
			.map(Finding::all)
			.one();
	}

}
