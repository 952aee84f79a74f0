package org.rayonka.web.front;

import java.util.List;

import org.rayonka.web.article.Article;
import org.rayonka.web.article.ArticleList;
import org.rayonka.web.article.RuleList;
import org.rayonka.web.memory.Recalled;
import org.rayonka.web.rail.Rail;

/**
 * What stands on an edition's front page.
 *
 * @param newest its newest articles
 * @param main what the editors pinned
 * @param lists those that fill themselves
 * @param rail the lists beside them
 */
record EditionFront(Recalled<ArticleList> newest, List<Article> main, List<RuleList.Filled> lists, Rail rail) {
}
