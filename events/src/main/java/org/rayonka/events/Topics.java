package org.rayonka.events;

/**
 * The Kafka topics by which services tell each other, and how many partitions each has.
 * The numbers never change: an article lives in one partition for good, and counts are
 * stored with that partition's offset.
 */
public final class Topics {

	/** {@link ArticleEvent}s, told by article-service. */
	public static final String ARTICLES = "articles";

	/**
	 * {@link ViewRecorded}, the log of every view beacon, and {@link OpeningRecorded};
	 * kept for ever, never compacted.
	 */
	public static final String VIEWS = "views";

	/** {@link CountsChanged}, told by engagement-service. */
	public static final String ENGAGEMENT = "engagement";

	/** {@link CommentEvent}s, told by comment-service. */
	public static final String COMMENTS = "comments";

	/**
	 * {@link EditionChanged}, told by article-service; compacted: the last one of each
	 * edition is kept.
	 */
	public static final String EDITIONS = "editions";

	/** How many partitions each topic has. */
	public static final int PARTITIONS = 4;

	private static final String DEAD_LETTER_SUFFIX = ".dead-letter";

	private Topics() {
	}

	/**
	 * Where a record goes that a listener could not read or apply.
	 * @param topic the topic it came from
	 * @return the name of the dead-letter topic, with the same number of partitions
	 */
	public static String deadLetter(String topic) {
		return topic + DEAD_LETTER_SUFFIX;
	}

}
