package org.rayonka.article.importing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import org.rayonka.access.Caller;
import org.rayonka.article.edition.AgeMark;
import org.rayonka.article.edition.Edition;
import org.rayonka.article.edition.Rubric;
import org.rayonka.article.importing.source.SourcePost;

/**
 * One import: what comes from where, for whom.
 *
 * @param file the whole file on the disk
 * @param edition that it is for
 * @param caller who brings it
 * @param token with which other services are called
 * @param dryRun whether nothing is to be written
 * @param now nothing is dated after it
 * @param survey what the whole file is known to hold
 * @param rubrics the edition's, with those that are made
 * @param signing who of those that sign is an author
 * @param tally what has been done
 * @param seen ids of posts that came already
 */
record Desk(Path file, Edition edition, Caller caller, String token, boolean dryRun, Instant now, Survey survey,
		RubricBook rubrics, Signing signing, Tally tally, Set<String> seen) {

	/** No text of an honest post is longer; a batch of these still finds its place. */
	private static final int LONGEST = 1_000_000;

	/** For an edition that has not said for whom it is fit: nobody is shown too much. */
	private static final AgeMark CAREFUL = AgeMark.of("16+");

	static Desk of(Order order, Path file, Instant now) {
		return new Desk(file, order.edition(), order.caller(), order.token(), order.dryRun(), now,
				new Survey(order.site()), new RubricBook(order.edition()), new Signing(), new Tally(), new HashSet<>());
	}

	ImportLine.Done done() {
		return this.tally.done(this.survey.format(), this.dryRun, this.survey.posts(),
				this.rubrics.made().stream().map(Rubric::slug).toList());
	}

	/**
	 * Why a post cannot be taken over whatever it says.
	 * @param post comes in its order
	 * @return empty when it can
	 */
	String refuses(SourcePost post) {
		if (post.body().length() > LONGEST) {
			return "its body has more than " + LONGEST + " characters";
		}
		return this.seen.add(post.id()) ? "" : "the same post came before";
	}

	/**
	 * Whether a reason is heard for the first time: a service that is away says it once.
	 */
	boolean unheard(String reason) {
		return this.seen.add(reason);
	}

	AgeMark ageMark() {
		AgeMark mark = this.edition.ageMark();
		return (mark != null) ? mark : CAREFUL;
	}

	/**
	 * What somebody wants to have imported.
	 *
	 * @param edition for which
	 * @param caller who wants it
	 * @param token with which other services are called
	 * @param dryRun whether nothing is to be written
	 * @param site address of the old site, empty when the file tells it
	 */
	record Order(Edition edition, Caller caller, String token, boolean dryRun, String site) {
	}

}
