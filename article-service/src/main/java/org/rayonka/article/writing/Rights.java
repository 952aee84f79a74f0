package org.rayonka.article.writing;

import java.util.List;
import java.util.stream.Stream;

import org.rayonka.access.AccessProblem;
import org.rayonka.access.Caller;
import org.rayonka.article.edition.Placement;

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

	/**
	 * Lets those pass who decide what the public sees in every edition that an article
	 * enters or leaves beside its own.
	 */
	static void place(Caller caller, List<Placement> before, List<Placement> after) {
		Stream
			.concat(before.stream().filter((placement) -> !after.contains(placement)),
					after.stream().filter((placement) -> !before.contains(placement)))
			.map(Placement::edition)
			.filter((edition) -> !caller.mayPublish(edition))
			.findFirst()
			.ifPresent((edition) -> {
				throw new AccessProblem.Forbidden("Only editors of " + edition + " decide what runs in it");
			});
	}

}
