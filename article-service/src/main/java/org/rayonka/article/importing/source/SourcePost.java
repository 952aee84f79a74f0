package org.rayonka.article.importing.source;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A post of the old site, nothing in it believed yet.
 *
 * @param line where it begins in the file
 * @param id what makes it the same when it is imported again
 * @param form how its body is written
 * @param published whether everybody could read it
 * @param title may hold entities and tags
 * @param body as it was written
 * @param excerpt may hold entities and tags, may be empty
 * @param slug may be empty, may be percent-encoded
 * @param date when it was published
 * @param labels its authors, categories and tags
 * @param lead the address or the attachment's number of its main picture, empty when
 * there is none
 * @param addresses under which readers found it
 * @param talk what readers said and did
 */
public record SourcePost(long line, String id, Form form, boolean published, String title, String body, String excerpt,
		String slug, SourceDate date, Labels labels, String lead, List<String> addresses, Talk talk) {

	/**
	 * How a body is written.
	 */
	public enum Form {

		/** With shortcodes, block comments and paragraphs by empty lines. */
		WORDPRESS,

		/** HTML. */
		HTML,

		/** Text without tags. */
		TEXT

	}

	/**
	 * Who wrote it and what it is about.
	 *
	 * @param authors keys or names
	 * @param categories in the file's order
	 * @param tags in the file's order
	 */
	public record Labels(List<String> authors, List<Term> categories, List<Term> tags) {
	}

	/**
	 * What readers said and did.
	 *
	 * @param open whether they may say more
	 * @param comments in the file's order
	 * @param views how often it was read, null when the file does not tell
	 * @param likes how often it was liked, null when the file does not tell
	 */
	public record Talk(boolean open, List<SourceComment> comments, @Nullable Long views, @Nullable Long likes) {

		/** Nothing is told. */
		public static final Talk SILENT = new Talk(true, List.of(), null, null);

	}

	/**
	 * The same with what its keys stood for.
	 * @param resolved names in the place of keys
	 * @param picture the address of its main picture, empty when there is none
	 * @return the post
	 */
	public SourcePost with(Labels resolved, String picture) {
		return new SourcePost(this.line, this.id, this.form, this.published, this.title, this.body, this.excerpt,
				this.slug, this.date, resolved, picture, this.addresses, this.talk);
	}

}
