package org.rayonka.article.writing;

import org.rayonka.access.AccessProblem;
import org.rayonka.access.Caller;

/**
 * Who may do what to an article: authors write, editors decide what the public sees.
 */
final class Rights {

	private Rights() {
	}

	/**
	 * Lets those pass who write for an edition.
	 */
	static void write(Caller caller, String edition) {
		if (!caller.mayEdit(edition)) {
			throw new AccessProblem.Forbidden("Not your edition: " + edition);
		}
	}

	/**
	 * Lets those pass who may change an article. What is scheduled an editor has read; a
	 * change after that would become public unread.
	 */
	static Article change(Caller caller, Article article) {
		if (article.status() == Status.SCHEDULED) {
			return publish(caller, article);
		}
		write(caller, article.content().edition());
		return article;
	}

	/**
	 * Lets those pass who decide what the public sees.
	 */
	static Article publish(Caller caller, Article article) {
		if (!caller.mayPublish(article.content().edition())) {
			throw new AccessProblem.Forbidden("Only editors of " + article.content().edition() + " do this");
		}
		return article;
	}

}
