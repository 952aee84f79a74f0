package org.rayonka.comment.thread;

import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a feature keeps of somebody beside the comments themselves: told to whom it
 * concerns, and wiped when he asks for it.
 */
public interface Traces {

	/**
	 * How it is called in what is told.
	 * @return a member's name in JSON
	 */
	String name();

	/**
	 * Everything that is kept, read a page at a time.
	 * @param author account or visitor
	 * @return JSON objects
	 */
	Flux<String> of(String author);

	/**
	 * A discussion in which something is kept.
	 * @param author account or visitor
	 * @return the id of its article, empty when nothing is left anywhere
	 */
	Mono<UUID> discussion(String author);

	/**
	 * Wipes some of what is kept in a discussion, with what is counted of it. Called in a
	 * transaction that has locked the discussion, until {@link #discussion} finds
	 * nothing.
	 * @param author account or visitor
	 * @param article the article discussed
	 * @return completes when it is written
	 */
	Mono<Void> wipe(String author, UUID article);

}
