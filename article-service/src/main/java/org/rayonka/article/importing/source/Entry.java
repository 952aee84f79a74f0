package org.rayonka.article.importing.source;

/**
 * What a file tells, one thing after the other, in the file's own order.
 */
public sealed interface Entry {

	/**
	 * A post, as far as its place in the file tells.
	 *
	 * @param post what it says
	 */
	record Post(SourcePost post) implements Entry {
	}

	/**
	 * The name of somebody who writes.
	 *
	 * @param key how posts refer to them
	 * @param name how they are called
	 */
	record Author(String key, String name) implements Entry {
	}

	/**
	 * A category or tag that posts refer to by a key.
	 *
	 * @param key how posts refer to it
	 * @param term its slug and name
	 */
	record Label(String key, Term term) implements Entry {
	}

	/**
	 * That a post has an author or a tag, where that is told apart from the post.
	 *
	 * @param post the post's id
	 * @param label true for a tag, false for an author
	 * @param key the tag's or author's
	 * @param order its place among those of the post
	 */
	record Bond(String post, boolean label, String key, int order) implements Entry {
	}

	/**
	 * An uploaded file that posts refer to by its number.
	 *
	 * @param id its number
	 * @param url where it is
	 */
	record Attachment(long id, String url) implements Entry {
	}

	/**
	 * Where the site was.
	 *
	 * @param url its address
	 */
	record Site(String url) implements Entry {
	}

	/**
	 * Something that is not taken over.
	 *
	 * @param line where it stands
	 * @param what what it is
	 * @param why why it is not taken over
	 */
	record Passed(long line, String what, String why) implements Entry {
	}

}
