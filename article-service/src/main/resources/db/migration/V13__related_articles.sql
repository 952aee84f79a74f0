-- what belongs together: the newest of an edition with one of an article's tags, with words of its headline or
-- standfirst, of its rubric; others only when its own edition has too little. Of a large database hardly a page lies in
-- memory, so what a row of the index costs is a read: tags and dates come from narrower indexes, and only the best by
-- these are read for their words. Its plan does not depend on values and takes as long as to run it, so it is made once
-- for each connection
create function related_articles(read uuid, most int) returns setof uuid
language plpgsql stable rows 6 set plan_cache_mode = force_generic_plan as $$
declare
	own record;
begin
	select a.edition, a.rubric, a.tags, array['e:' || a.edition] as here, (
		select string_agg(quote_literal(lexeme), ' | ')::tsquery
		from unnest(to_tsvector('russian', search_fold(a.headline || ' ' || a.standfirst)))) as query
	into own from article a where a.id = read;
	return query
	-- a tag counts the more the fewer articles have it; beyond two hundred they are not told apart
	with tags as materialized (
		select tag, 1 / ln(2 + common.articles) as weight from unnest(own.tags) as tag
		cross join lateral (select count(*) as articles from (
			select from article_tag t where t.tag = tag.tag limit 200) as counted) as common
	), weighed_here as materialized (
		select near.article_id, sum(near.weight) as weight, max(near.published_at) as published_at from (
			select t.article_id, t.published_at, tags.weight from tags cross join lateral (
				select t.article_id, t.published_at from article_tag t where t.edition = own.edition and t.tag = tags.tag
				order by t.published_at desc, t.article_id desc limit 12) as t
			union all (select p.article_id, p.published_at, 0 from article_placement p
				where p.edition = own.edition and p.rubric = own.rubric
				order by p.published_at desc, p.article_id desc limit 7)) as near
		where near.article_id <> read group by near.article_id
	), here as materialized (
		(select article_id from weighed_here
			order by weight + related_freshness(published_at) desc, published_at desc, article_id desc limit 12)
		union select newest_titles(own.query, own.here, 12, 1)
	), few as materialized (
		select count(*) < most as here from here where article_id <> read
	), weighed as (
		select article_id, weight from weighed_here
		union all
		select near.article_id, sum(tags.weight) from tags cross join lateral (
			select t.article_id from article_tag t where t.tag = tags.tag
			order by t.published_at desc, t.article_id desc limit 12) as near
		where (select here from few) and near.article_id not in (select article_id from weighed_here)
		group by near.article_id
	), near as (
		select article_id from here
		union select article_id from weighed where (select here from few)
		union select newest_titles(own.query, '{}', 20, 0) where (select here from few)
	)
	select s.article_id from near join article_search s using (article_id) left join weighed using (article_id)
	where s.article_id <> read
	order by s.marks @> own.here desc, coalesce(weighed.weight, 0) + 2 * coalesce(ts_rank(s.title, own.query), 0)
			+ related_freshness(s.published_at) desc,
		s.published_at desc, s.article_id desc
	limit most;
end
$$;

-- what an article's age adds to its weight
create function related_freshness(timestamptz) returns float language sql stable as $$
	select 0.3 * exp(extract(epoch from $1 - now())::float / 31557600)
$$;
