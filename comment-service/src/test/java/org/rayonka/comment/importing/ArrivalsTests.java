package org.rayonka.comment.importing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rayonka.comment.importing.Arrivals.Arrival;
import org.rayonka.comment.importing.ImportOutcome.Reason;
import org.rayonka.comment.importing.ImportOutcome.Skipped;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Status;
import org.rayonka.comment.thread.Wording;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where imported comments stand, and which of them are not kept.
 */
class ArrivalsTests {

	private static final UUID ARTICLE = new UUID(0, 1);

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

	private static final String DATE = "2014-05-06T07:08:09Z";

	@Test
	void standBelowWhatTheyAnswerInWhateverOrderTheyCome() {
		Arrivals arrivals = arrivals(item("3", "2", DATE), item("2", "1", DATE), item("1", null, DATE));
		Comment first = arrived(arrivals, "1");
		Comment second = arrived(arrivals, "2");
		Comment third = arrived(arrivals, "3");
		assertThat(first.place()).isEqualTo(Comment.Place.FIRST);
		assertThat(second.place()).isEqualTo(new Comment.Place(first.id(), first.id()));
		assertThat(third.place()).isEqualTo(new Comment.Place(second.id(), first.id()));
		assertThat(arrivals.created()).extracting(Arrival::sourceId).containsExactly("1", "2", "3");
	}

	@Test
	void areNeverOlderThanWhatTheyAnswer() {
		Arrivals arrivals = arrivals(item("1", null, DATE), item("2", "1", "2013-01-01T00:00:00Z"));
		assertThat(arrived(arrivals, "1").at()).isEqualTo(DATE);
		assertThat(arrived(arrivals, "2").at()).isEqualTo("2014-05-06T07:08:09.000001Z");
	}

	@Test
	void answerWhatAnEarlierImportBrought() {
		Comment known = new Comment(UUID.randomUUID(), ARTICLE, Comment.Place.FIRST, "import",
				new Wording("Анна", "Первая"), Status.PUBLISHED, Instant.parse(DATE), Comment.Standing.NONE,
				Comment.Marks.NONE);
		Arrivals arrivals = new Arrivals(batch(item("2", "1", DATE), item("1", null, DATE)), Map.of("1", known), NOW,
				"Гость");
		assertThat(arrived(arrivals, "2").place()).isEqualTo(known.answer());
		assertThat(arrivals.outcome()).isEqualTo(new ImportOutcome(1, 1, List.of()));
	}

	@Test
	void beginAThreadWhenNobodyKnowsWhatTheyAnswer() {
		assertThat(arrived(arrivals(item("2", "1", DATE)), "2").place()).isEqualTo(Comment.Place.FIRST);
		assertThat(arrived(arrivals(item("2", "2", DATE)), "2").place()).isEqualTo(Comment.Place.FIRST);
	}

	@Test
	void openARingAtOnePlace() {
		Arrivals ring = arrivals(item("1", "3", DATE), item("2", "1", DATE), item("3", "2", DATE));
		assertThat(ring.created()).hasSize(3)
			.extracting((arrival) -> arrival.comment().place())
			.containsOnlyOnce(Comment.Place.FIRST);
		assertThat(ring.created()).extracting((arrival) -> arrival.comment().place().root())
			.contains(ring.created().getFirst().comment().id());
	}

	@Test
	void formChainsAsDeepAsARequestIsLong() {
		ImportedComment[] chain = new ImportedComment[500];
		for (int i = 0; i < 500; i++) {
			chain[i] = item("c" + i, (i < 499) ? "c" + (i + 1) : null, DATE);
		}
		assertThat(arrivals(chain).created()).hasSize(500).last().extracting(Arrival::sourceId).isEqualTo("c0");
	}

	@Test
	void areSkippedWithAReason() {
		Arrivals arrivals = arrivals(item("old", null, "1989-12-31T23:59:59Z"), item("1", "old", DATE),
				item("1", null, DATE), comment("blank", " \u0000\u200b\n", DATE));
		assertThat(arrivals.outcome()).isEqualTo(new ImportOutcome(1, 0, List.of(new Skipped("old", Reason.TOO_OLD),
				new Skipped("1", Reason.REPEATED), new Skipped("blank", Reason.EMPTY))));
		assertThat(arrived(arrivals, "1").place()).isEqualTo(Comment.Place.FIRST);
	}

	@Test
	void fromTheFutureAreOfNow() {
		assertThat(arrived(arrivals(item("1", null, "+99999-01-01T00:00:00Z")), "1").at()).isEqualTo(NOW);
	}

	@Test
	void areCutWhereTheyAreTooLong() {
		Arrivals arrivals = arrivals(comment("1", "ы😀".repeat(400_000), DATE), comment("2", "я".repeat(5000), DATE));
		String text = arrived(arrivals, "1").wording().text();
		assertThat(text.codePointCount(0, text.length())).isEqualTo(5000);
		assertThat(text).startsWith("ы😀").endsWith("…").doesNotContain("\uFFFD");
		assertThat(arrived(arrivals, "2").wording().text()).hasSize(5000).doesNotContain("…");
	}

	private static Arrivals arrivals(ImportedComment... items) {
		return new Arrivals(batch(items), Map.of(), NOW, "Гость");
	}

	private static ImportBatch batch(ImportedComment... items) {
		return new ImportBatch(ARTICLE, List.of(items));
	}

	private static ImportedComment item(String sourceId, @Nullable String parent, String at) {
		return new ImportedComment(sourceId, parent, "Анна", "Так и есть", Instant.parse(at), "published");
	}

	private static ImportedComment comment(String sourceId, String text, String at) {
		return new ImportedComment(sourceId, null, null, text, Instant.parse(at), "published");
	}

	private static Comment arrived(Arrivals arrivals, String sourceId) {
		return arrivals.created()
			.stream()
			.filter((arrival) -> arrival.sourceId().equals(sourceId))
			.map(Arrival::comment)
			.findFirst()
			.orElseThrow();
	}

}
