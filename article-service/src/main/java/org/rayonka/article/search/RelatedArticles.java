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
	 * told apart. Other editions are looked at only when the own one has too little.
	 */
	private static final String SELECT = """
			with asked as materialized (
				select string_agg(quote_literal(lexeme), ' | ')::tsquery as query, array['e:' || :edition] as here
				from article_search own cross join unnest(own.title) where own.article_id = :id
			), tags as materialized (
				select tag, 1 / ln(2 + common.articles) as weight from unnest(:tags) as tag
				cross join lateral (select count(*) as articles from (
					select from article_tag t where t.tag = tag.tag limit 200) as counted) as common
			), tagged_here as materialized (
				select near.article_id, sum(tags.weight) as weight from tags cross join lateral (
					select t.article_id from article_tag t where t.edition = :edition and t.tag = tags.tag
					order by t.published_at desc, t.article_id desc limit 12) as near
				group by near.article_id
			), here as materialized (
				select article_id from tagged_here
				union select newest_titles(query, here, 12, 1) from asked
				union (select p.article_id from article_placement p
					where p.edition = :edition and p.rubric = :rubric
					order by p.published_at desc, p.article_id desc limit 7)
			), few as materialized (
				select count(*) < :limit as here from here where article_id <> :id
			), tagged as (
				select article_id, weight from tagged_here
				union all
				select near.article_id, sum(tags.weight) from tags cross join lateral (
					select t.article_id from article_tag t where t.tag = tags.tag
					order by t.published_at desc, t.article_id desc limit 12) as near
				where (select here from few) and near.article_id not in (select article_id from tagged_here)
				group by near.article_id
			), near as (
				select article_id from here
				union select article_id from tagged
				union select newest_titles(query, '{}', 20, 0) from asked where (select here from few)
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
