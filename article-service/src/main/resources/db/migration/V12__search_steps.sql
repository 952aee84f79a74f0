-- As in V8, but a look that by the number of the one before cannot find half of what is wanted is passed over for
-- the next wider one: rare words need half the looks. Never two in a row, since words come and go with the seasons.
create or replace function newest_matches(query tsquery, has text[], newest_at timestamptz, newest_id uuid,
	oldest_at timestamptz, oldest_id uuid, enough int)
	returns table (article_id uuid, published_at timestamptz, rank real)
language plpgsql stable rows 200 set plan_cache_mode = force_generic_plan as $$
declare
	look record;
	ids uuid[];
	times timestamptz[];
	ranks real[];
	-- in the next look, which is four times as wide
	expected int := enough;
begin
	for look in select * from search_looks(least(newest_at, now())) loop
		if expected < enough / 2 and look.begins > oldest_at and look.begins > '-infinity' then
			expected := enough;
			continue;
		end if;
		select array_agg(m.article_id), array_agg(m.published_at), array_agg(ts_rank(m.words, query))
		into ids, times, ranks from (
			select s.article_id, s.published_at, s.words from article_search s
			where s.words @@ query and s.marks @> has and s.marks && look.span
				and (s.published_at, s.article_id) <= (newest_at, newest_id)
				and (s.published_at, s.article_id) >= (oldest_at, oldest_id)
			order by s.published_at desc, s.article_id desc limit enough) as m;
		exit when cardinality(ids) >= enough or look.begins <= oldest_at;
		expected := 4 * coalesce(cardinality(ids), 0);
	end loop;
	return query select * from unnest(ids, times, ranks);
end
$$;
