package org.rayonka.comment.rules;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.rayonka.comment.thread.Author;
import org.rayonka.comment.thread.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How well an author is known, and what follows.
 */
class LevelTests {

	private static final RuleProperties.Trust TRUST = new RuleProperties.Trust(50, 0.05);

	private static final RuleProperties.Rejections REJECTIONS = new RuleProperties.Rejections(20, 5, 0.4);

	@Test
	void growsWithWhatWasPublished() {
		assertThat(level(Drafting.READER, author(0, 0, 0))).isEqualTo(Level.NEWCOMER);
		assertThat(level(Drafting.READER, author(2, 0, 2))).isEqualTo(Level.NEWCOMER);
		assertThat(level(Drafting.READER, author(3, 0, 3))).isEqualTo(Level.MEMBER);
		assertThat(level(Drafting.READER, author(49, 0, 49))).isEqualTo(Level.MEMBER);
		assertThat(level(Drafting.READER, author(50, 0, 50))).isEqualTo(Level.TRUSTED);
	}

	@Test
	void isTrustOnlyWhileHardlyAnythingIsRejected() {
		assertThat(level(Drafting.READER, author(50, 2, 48))).isEqualTo(Level.TRUSTED);
		assertThat(level(Drafting.READER, author(50, 3, 47))).isEqualTo(Level.MEMBER);
	}

	@Test
	void staysThatOfAGuestWhoHasNotSignedIn() {
		assertThat(level(Drafting.GUEST, author(50, 0, 50))).isEqualTo(Level.GUEST);
	}

	@Test
	void holdsNewcomersAlone() {
		assertThat(Newcomer.judge(Level.NEWCOMER)).isInstanceOf(Verdict.Hold.class);
		assertThat(Stream.of(Level.GUEST, Level.MEMBER, Level.TRUSTED)).extracting(Newcomer::judge)
			.containsOnly(Verdict.PASS);
	}

	@Test
	void holdsThoseOfWhomMuchWasRejectedLately() {
		assertThat(RejectionRate.judge(author(0, 4, 0), REJECTIONS)).isEqualTo(Verdict.PASS);
		assertThat(RejectionRate.judge(author(0, 5, 0), REJECTIONS)).isInstanceOf(Verdict.Hold.class);
		assertThat(RejectionRate.judge(author(0, 5, 7), REJECTIONS)).isInstanceOf(Verdict.Hold.class);
		assertThat(RejectionRate.judge(author(0, 8, 12), REJECTIONS)).isEqualTo(Verdict.PASS);
		assertThat(RejectionRate.judge(author(0, 9, 12), REJECTIONS)).isInstanceOf(Verdict.Hold.class);
	}

	@Test
	void forgetsWhatWasRejectedLongAgo() {
		List<Boolean> betterSince = Stream
			.concat(Collections.nCopies(20, false).stream(), Collections.nCopies(30, true).stream())
			.toList();
		assertThat(RejectionRate.judge(new AuthorRecord(20, betterSince, null, null), REJECTIONS))
			.isEqualTo(Verdict.PASS);
	}

	private static Level level(Author author, AuthorRecord known) {
		return Level.of(Drafting.draft(author), known, TRUST);
	}

	private static AuthorRecord author(int published, int rejected, int others) {
		return new AuthorRecord(published,
				Stream.concat(Collections.nCopies(rejected, true).stream(), Collections.nCopies(others, false).stream())
					.toList(),
				null, null);
	}

}
