package org.rayonka.web.story;

import java.util.List;

import org.rayonka.web.article.Article;
import org.rayonka.web.article.Edition;

/**
 * An article together with the edition that printed it.
 *
 * @param article whole
 * @param edition its own
 * @param editions all, for the region selector
 * @param fresh false when article-service is away and this is its last known word
 */
public record Story(Article article, Edition edition, List<Edition> editions, boolean fresh) {
}
