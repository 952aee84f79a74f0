package org.rayonka.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContentTests {

	private static final Pattern TAG = Pattern.compile("<[^>]*>");

	private static final Set<String> RUBRICS = Set.of("society", "agro", "culture", "education", "health", "sport",
			"incidents", "official", "history", "people");

	private static final List<Paper> PAPERS = Papers.all();

	static List<Paper> papers() {
		return PAPERS;
	}

	static Stream<Story> stories() {
		return PAPERS.stream().flatMap((paper) -> paper.stories().stream());
	}

	@Test
	void hasThreePapersOfAHundredArticles() {
		assertThat(PAPERS).hasSize(3)
			.allSatisfy((paper) -> assertThat(paper.stories()).hasSizeGreaterThanOrEqualTo(33));
		assertThat(stories()).hasSizeGreaterThanOrEqualTo(100);
	}

	@Test
	void hasVideosAndPicturesAndADiscussion() {
		assertThat(stories().filter((story) -> story.head().video() != null)).hasSizeGreaterThanOrEqualTo(6);
		assertThat(stories().filter((story) -> story.head().pictures().size() > 1)).hasSizeGreaterThanOrEqualTo(6);
		assertThat(stories().mapToInt((story) -> story.head().comments().size()).sum()).isGreaterThanOrEqualTo(250);
	}

	@Test
	void headlinesAndKeysAreUnique() {
		assertThat(stories().map((story) -> story.head().headline())).doesNotHaveDuplicates();
		assertThat(stories().map(Story::key)).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("papers")
	void paperIsComplete(Paper paper) {
		assertThat(paper.imprint().rubrics()).extracting(Paper.Rubric::slug)
			.containsExactlyInAnyOrderElementsOf(RUBRICS);
		assertThat(paper.stories()).extracting((story) -> story.head().rubric()).containsAll(RUBRICS);
		assertThat(paper.stories()).extracting((story) -> story.head().author())
			.isSubsetOf(paper.imprint().authors().stream().map(Paper.Writer::name).toList());
		assertThat(paper.imprint().authors()).hasSizeBetween(4, 6);
		assertThat(paper.imprint().form("/media/emblem.png").values())
			.allSatisfy((field) -> assertThat(field.toString()).isNotBlank());
	}

	@ParameterizedTest
	@MethodSource("stories")
	void articleIsComplete(Story story) {
		Story.Head head = story.head();
		assertThat(head.ageMark()).isIn("0+", "6+", "12+", "16+");
		assertThat(head.rubric()).isIn(RUBRICS);
		assertThat(head.interest()).isBetween(1, 9);
		assertThat(head.tags()).isNotEmpty().doesNotHaveDuplicates();
		assertThat(head.headline()).hasSizeBetween(15, 110).doesNotEndWith(".");
		assertThat(head.standfirst()).hasSizeBetween(20, 160).doesNotEndWith(".");
		assertThat(head.pictures()).allSatisfy((picture) -> {
			assertThat(picture.alt()).hasSizeGreaterThan(15);
			assertThat(picture.caption()).hasSizeGreaterThan(15);
		});
	}

	@ParameterizedTest
	@MethodSource("stories")
	void articleIsRussianProse(Story story) {
		String text = TAG.matcher(story.body()).replaceAll(" ");
		assertThat(text).hasSizeBetween(500, 4000);
		assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("lorem", "todo", "--", "\"", " - ");
		assertThat(text.chars().filter((letter) -> letter >= 'А' && letter <= 'ё').count())
			.isGreaterThan(text.length() * 6L / 10);
		assertThat(story.body().split("<(p|tr|li|blockquote|h3)[ >]", -1)).hasSizeGreaterThan(3);
		assertThat(text.chars().filter((letter) -> letter == '«').count())
			.isEqualTo(text.chars().filter((letter) -> letter == '»').count());
	}

	@ParameterizedTest
	@MethodSource("stories")
	void repliesFollowWhatTheyAnswer(Story story) {
		List<Story.Remark> remarks = story.head().comments();
		for (int i = 0; i < remarks.size(); i++) {
			Integer to = remarks.get(i).to();
			if (to != null) {
				assertThat(to).isBetween(1, i);
				assertThat(remarks.get(i).delay()).isGreaterThan(remarks.get(to - 1).delay());
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-22T00:00:30Z", "2026-11-22T12:00:00Z", "2026-11-22T21:00:30Z",
			"2027-06-30T18:59:00Z" })
	void nothingLiesAhead(String loadedAt) {
		Instant now = Instant.parse(loadedAt);
		for (Paper paper : PAPERS) {
			for (Story story : paper.stories()) {
				Instant published = story.head().published().before(now, paper.zone());
				assertThat(published).isBetween(now.minus(Duration.ofDays(31)), now);
				assertThat(story.head().comments())
					.allSatisfy((remark) -> assertThat(published.plus(remark.delay())).as(story.key()).isBefore(now));
			}
		}
	}

	@Test
	void everyPaperHasAnEmblemThatCostsLittle() throws IOException {
		for (Paper paper : Papers.all()) {
			byte[] bytes = Papers.media(paper.imprint().emblem());
			assertThat(bytes.length).isLessThan(6_000);
			assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getColorModel().hasAlpha()).isTrue();
		}
	}

	@Test
	void everyFileIsShownAndThere() throws IOException {
		Set<String> files = new HashSet<>(stories().flatMap(Story::media).toList());
		assertThat(files).hasSizeBetween(24, 40);
		long sum = 0;
		for (String file : files) {
			byte[] bytes = Papers.media(file);
			sum += bytes.length;
			assertThat(bytes.length).as(file).isBetween(50_000, 600_000);
			if (file.endsWith(".jpg")) {
				assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(1200);
			}
		}
		assertThat(sum).isLessThan(4_500_000);
	}

}
