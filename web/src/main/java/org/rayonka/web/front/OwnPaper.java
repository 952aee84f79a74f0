package org.rayonka.web.front;

import java.util.List;

import org.rayonka.web.article.Article;
import org.rayonka.web.article.Edition;

/**
 * The paper that a reader has chosen, on the front page of the network.
 *
 * @param edition the paper
 * @param articles its newest
 */
public record OwnPaper(Edition edition, List<Article> articles) {
}
