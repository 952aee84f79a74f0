package org.rayonka.article.search;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What readers of an article may like to read next. Few are weighed, each found by an
 * index: the newest with one of its tags, with words of its headline, of its rubric.
 */
@Repository
public class RelatedArticles {

	private static final int MOST = 6;

	/**
	 * A tag counts the more the fewer articles have it; beyond two hundred they are not
	 * told apart.
	 */
	private static final String SELECT = """
			with asked as materialized (
				select string_agg(quote_literal(lexeme), ' | ')::tsquery as query, array['e:' || :edition] as here
				from article_search own cross join unnest(own.title) where own.article_id = :id
			), tags as materialized (
				select tag, 1 / ln(2 + common.articles) as weight from unnest(:tags) as tag
				cross join lateral (select count(*) as articles from (
					select from article_tag t where t.tag = tag.tag limit 200) as counted) as common
			), tagged as (
				select near.article_id, sum(tags.weight) as weight from tags cross join lateral (
					(select t.article_id from article_tag t where t.edition = :edition and t.tag = tags.tag
						order by t.published_at desc, t.article_id desc limit 12)
					union
					(select t.article_id from article_tag t where t.tag = tags.tag
						order by t.published_at desc, t.article_id desc limit 12)) as near
				group by near.article_id
			), near as (
				select article_id from tagged
				union select newest_titles(query, here, 20, 2) from asked
				union select newest_titles(query, '{}', 20, 0) from asked
				union (select a.id from article a
					where a.status = 'published' and a.edition = :edition and a.rubric = :rubric
					order by a.published_at desc, a.id desc limit 7)
			)
			select s.article_id from near join article_search s using (article_id) cross join asked
			left join tagged using (article_id) where s.article_id <> :id
			order by s.marks @> asked.here desc, coalesce(tagged.weight, 0) + 2 * coalesce(ts_rank(s.title, asked.query), 0)
					+ 0.3 * exp(extract(epoch from s.published_at - now())::float / 31557600) desc,
				s.published_at desc, s.article_id desc
			limit :limit
			""";

	private final DatabaseClient database;

	RelatedArticles(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * What belongs to an article: first what its own edition has, then others; among
	 * those what shares rare tags and words of the headline, and the newest. Never itself
	 * and never a withdrawn one, since neither can be found.
	 * @param id the article
	 * @param edition slug of its edition
	 * @param rubric slug of its rubric
	 * @param tags its tags
	 * @return at most six
	 */
	public Mono<List<UUID>> of(UUID id, String edition, String rubric, Collection<String> tags) {
		return this.database.sql(SELECT)
			.bind("id", id)
			.bind("edition", edition)
			.bind("rubric", rubric)
			.bind("tags", tags.toArray(String[]::new))
			.bind("limit", MOST)
			.mapValue(UUID.class)
			.all()
			.collectList();
	}

}
