package org.rayonka.comment.thread;

import java.util.UUID;

import reactor.core.publisher.Mono;

/**
 * What a feature keeps of a comment's words and author beside the comment itself: blanked
 * when the author asks for it.
 */
@FunctionalInterface
public interface Remains {

	/**
	 * Blanks what is kept. Called in the transaction that erases the comment.
	 * @param comment the comment's id
	 * @param nobody in the place of its author
	 * @return completes when it is written
	 */
	Mono<Void> blank(UUID comment, String nobody);

}
