package org.rayonka.tags;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Names of what pages show (Varnish and Fastly call them surrogate keys): an answer
 * carries the tags of all that it shows, and whoever changes something says on
 * {@link #PURGES} which tags are old.
 */
public final class CacheTags {

	/** The header of an answer that holds its tags. */
	public static final String HEADER = "Cache-Tag";

	/** The topic of what is old: one record for each change, of one partition. */
	public static final String PURGES = "purges";

	/** All lists of articles: front pages, rubrics, tags, authors, feeds. */
	public static final String LISTS = "lists";

	private static final String SEPARATOR = ",";

	private CacheTags() {
	}

	/**
	 * The text of an article, or a link to it.
	 * @param id of the article
	 * @return its tag
	 */
	public static String article(UUID id) {
		return "article:" + id;
	}

	/**
	 * The discussion of an article.
	 * @param article its id
	 * @return its tag
	 */
	public static String comments(UUID article) {
		return "comments:" + article;
	}

	/**
	 * What stands on every page of an edition: its name, imprint, rubrics, authors.
	 * @param slug of the edition
	 * @return its tag
	 */
	public static String edition(String slug) {
		return "edition:" + slug;
	}

	/**
	 * The form of tags in {@link #HEADER}.
	 * @param tags without commas and spaces
	 * @return in no certain order
	 */
	public static String write(Collection<String> tags) {
		return String.join(SEPARATOR, tags);
	}

	/**
	 * The form of tags in a record of {@link #PURGES}.
	 * @param tags without commas and spaces
	 * @return ASCII
	 */
	public static byte[] purge(String... tags) {
		return write(new LinkedHashSet<>(List.of(tags))).getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Reads tags.
	 * @param text as written by {@link #write}
	 * @return none when there is nothing in it
	 */
	public static Set<String> read(String text) {
		return Arrays.stream(text.split(SEPARATOR))
			.map(String::strip)
			.filter((tag) -> !tag.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

}
