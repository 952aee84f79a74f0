package org.rayonka.engagement.card;

import java.util.UUID;

import org.rayonka.problems.Problem;
import org.springframework.http.HttpStatus;

/**
 * Why nothing can be done with an article.
 */
public abstract sealed class CardProblem extends Problem {

	private CardProblem(HttpStatus status, String type, String title, String detail) {
		super(status, type, title, detail);
	}

	/** It was never published, as far as is known here. */
	static final class Unknown extends CardProblem {

		Unknown(UUID article) {
			super(HttpStatus.NOT_FOUND, "article-not-found", "No such article",
					"There is no article %s".formatted(article));
		}

	}

	/** It was taken back. */
	static final class Withdrawn extends CardProblem {

		Withdrawn(UUID article) {
			super(HttpStatus.GONE, "article-withdrawn", "The article was withdrawn",
					"The newsroom has withdrawn the article %s".formatted(article));
		}

	}

}
