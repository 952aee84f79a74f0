package org.rayonka.comment.thread;

import reactor.core.publisher.Mono;

/**
 * One small rule of moderation. The rules are asked one after the other, in their
 * {@link org.springframework.core.annotation.Order}, before the comment is kept; none of
 * them writes anything.
 */
@FunctionalInterface
public interface Rule {

	/**
	 * Judges a comment that is about to be kept.
	 * @param draft the comment
	 * @return the verdict, never empty; an error refuses the comment as this problem
	 */
	Mono<Verdict> judge(Draft draft);

}
