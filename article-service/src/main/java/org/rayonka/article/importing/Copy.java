package org.rayonka.article.importing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.importing.markup.Manuscript;
import org.rayonka.article.importing.source.SourceDate;
import org.rayonka.article.importing.source.SourcePost;
import org.rayonka.article.importing.source.Term;
import org.rayonka.article.writing.Slug;

/**
 * A post of the old site in the words of this one, its pictures still where they were.
 *
 * @param post as the file tells it
 * @param headline plain text
 * @param standfirst plain text, may be empty
 * @param rubric slug
 * @param tags plain text
 * @param date with the doubt about it
 * @param manuscript the body
 * @param fingerprint of all that the file says of the article
 */
record Copy(SourcePost post, String headline, String standfirst, String rubric, List<String> tags,
		SourceDate.Found date, Manuscript manuscript, String fingerprint) {

	private static final int HEADLINE = 300;

	private static final int STANDFIRST = 1000;

	private static final int BYLINE = 200;

	private static final int TAG = 50;

	private static final int TAGS = 20;

	/**
	 * Copies a post.
	 * @param post with names in the place of keys
	 * @param desk where it comes to
	 * @return the copy
	 */
	static Copy of(SourcePost post, Desk desk) {
		RubricBook.Choice choice = desk.rubrics().choose(post.labels().categories());
		Manuscript manuscript = Manuscript.of(post, desk.survey().base(post), desk.survey()::attachment);
		String title = Words.ofHtml(post.title(), HEADLINE);
		String headline = title.isEmpty() ? Words.line(manuscript.body().text(), 100) : title;
		SourceDate.Found date = post.date().find(desk.edition().timeZone(), desk.now());
		return new Copy(post, headline.isEmpty() ? "Без заголовка" : headline, Words.ofHtml(post.excerpt(), STANDFIRST),
				choice.rubric(), tags(post, choice), date, manuscript, Fingerprint.of(post));
	}

	private static List<String> tags(SourcePost post, RubricBook.Choice choice) {
		return Stream.concat(post.labels().tags().stream().map(Term::name), choice.others().stream())
			.map((name) -> Words.ofHtml(name, TAG))
			.filter((name) -> !name.isEmpty())
			.distinct()
			.limit(TAGS)
			.toList();
	}

	String byline() {
		return Words.ofHtml(String.join(", ", this.post.labels().authors()), BYLINE);
	}

	String slug() {
		return Slug.of(this.post.slug().isBlank() ? this.headline : Words.decoded(this.post.slug()));
	}

	@Nullable Instant publishedAt() {
		return this.post.published() ? this.date.at() : null;
	}

	/**
	 * What could not be understood of it.
	 */
	Stream<ImportLine.NotUnderstood> doubts() {
		Stream<String> date = this.date.doubt().stream().map((text) -> "the date " + Words.line(text, 60));
		return Stream.concat(date, this.manuscript.strange().stream()).map(this::doubt);
	}

	ImportLine.NotUnderstood doubt(String what) {
		return new ImportLine.NotUnderstood(this.post.line(), this.headline, what);
	}

}
