package org.rayonka.comment.rules;

import java.util.Objects;
import java.util.UUID;

import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.thread.Draft;
import org.rayonka.comment.thread.Finding;
import org.rayonka.comment.thread.Rule;
import org.rayonka.comment.thread.Verdict;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The same is not said again and again: by one author it is refused, by many it is taken
 * for a campaign. Two texts are the same when their letters and digits are; what is as
 * short as a thank-you may be said by everybody.
 */
@Component
@Order(20)
class Repetition implements Rule {

	/** Others are counted among the latest hundred, however many a campaign sends. */
	private static final String SELECT = """
			select
				exists (select from comment where likeness(text) = likeness(:text) and created_at > :since
					and author = :author and status <> 'deleted' and id <> :itself) as own,
				(select count(distinct author) from (
					select author from comment join discussion using (article_id)
					where likeness(text) = likeness(:text) and created_at > :since
						and edition = :edition and author <> :author
					order by created_at desc limit 100) said) as others""";

	private static final UUID NEW = new UUID(0, 0);

	private static final Verdict WITHHOLD = new Verdict.Withhold(
			new Finding("repetition", "Several others have said the same"));

	private final DatabaseClient database;

	private final RuleProperties.Repetition properties;

	Repetition(DatabaseClient database, RuleProperties properties) {
		this.database = database;
		this.properties = properties.repetition();
	}

	@Override
	public Mono<Verdict> judge(Draft draft) {
		return !counts(draft.wording().text(), this.properties) ? Mono.just(Verdict.PASS)
				: earlier(draft).map((earlier) -> judge(earlier, this.properties));
	}

	/** Whether a text is long enough to be somebody's own. */
	static boolean counts(String text, RuleProperties.Repetition properties) {
		return text.codePoints().filter(Character::isLetterOrDigit).limit(properties.length()).count() == properties
			.length();
	}

	static Verdict judge(Earlier earlier, RuleProperties.Repetition properties) {
		if (earlier.own()) {
			throw new CommentProblem.Repeated();
		}
		return (earlier.others() >= properties.others()) ? WITHHOLD : Verdict.PASS;
	}

	private Mono<Earlier> earlier(Draft draft) {
		return this.database.sql(SELECT)
			.bind("text", draft.wording().text())
			.bind("since", draft.at().minus(this.properties.within()))
			.bind("author", draft.author().id())
			.bind("itself", Objects.requireNonNullElse(draft.edited(), NEW))
			.bind("edition", draft.discussion().edition())
			.map((row) -> new Earlier(row.get("own", Boolean.class), row.get("others", Long.class)))
			.one();
	}

	/**
	 * Who has said the same not long ago.
	 *
	 * @param own whether the author has
	 * @param others how many others have in the edition
	 */
	record Earlier(boolean own, long others) {

	}

}
