-- tolerance for typing errors; a trusted extension, so the service's own role may make it
create extension if not exists pg_trgm;

-- the same letter to a reader, and to a search
create function search_fold(text) returns text language sql immutable parallel safe as $$
	select translate($1, 'ёЁ', 'еЕ')
$$;

-- the spans of 1, 4, 16, 64 and 256 weeks, counted from 1970, that a time lies in: s4:742 is the 742nd of four weeks
create function search_spans(timestamptz) returns text[] language sql immutable parallel safe as $$
	select array_agg('s' || weeks || ':' || floor(extract(epoch from $1) / (weeks * 604800))::bigint order by weeks)
	from unnest(array[1, 4, 16, 64, 256]) as weeks
$$;

-- the steps of a look back from a time: the marks of this span and the one before, and when that begins; the widest
-- last, after that all time since 1900, before which nothing is dated
create function search_looks(timestamptz) returns table (span text[], begins timestamptz)
language sql stable rows 6 as $$
	select array['s' || weeks || ':' || number - 1, 's' || weeks || ':' || number],
		to_timestamp((number - 1)::float * weeks * 604800)
	from unnest(array[1, 4, 16, 64, 256]) as weeks, floor(extract(epoch from $1) / (weeks * 604800)) as number
	union all
	select array_agg('s256:' || number), '-infinity'
	from generate_series(-15, floor(extract(epoch from $1) / (256 * 604800))::bigint) as number
$$;

-- what a search knows of an article. The parser of to_tsvector passes over HTML tags; the bound keeps it in its limits
create view searchable_article as
select a.id as article_id, a.published_at,
	w.title || setweight(to_tsvector('russian', search_fold(left(b.html, 100000))), 'D') as words, w.title,
	array['e:' || a.edition, 'r:' || a.rubric, 'a:' || a.byline] || search_spans(a.published_at)
		|| array(select 't:' || tag from unnest(a.tags) as tag)
		|| case when a.video then array['v:true'] else array['v:false'] end as marks
from article a
join article_body b on b.article_id = a.id
cross join lateral (select setweight(to_tsvector('russian', search_fold(a.headline)), 'A')
	|| setweight(to_tsvector('russian', search_fold(a.standfirst)), 'B') as title) as w
where a.status = 'published';

-- no search looks at all matches (ADR 16): beside the words stand the marks that narrow it down inside one index,
-- among them the spans of time. Without a list of pending entries, which every search would have to read through
drop table article_search;
create table article_search (
	article_id uuid primary key references article on delete cascade,
	published_at timestamptz not null,
	words tsvector not null,
	title tsvector not null,
	marks text[] not null
);
create index article_search_matches on article_search using gin (words, marks, title) with (fastupdate = off);
insert into article_search (article_id, published_at, words, title, marks)
select article_id, published_at, words, title, marks from searchable_article;

-- every word that was ever published, as it is written and as it is indexed: for the beginning of a word, and for
-- the word that was meant
create table article_word (
	word text collate "C" primary key,
	lexeme text collate "C" not null
);
create index article_word_lexeme on article_word (lexeme);
create index article_word_likeness on article_word using gin (word gin_trgm_ops) with (fastupdate = off);

-- in the order of words, so that two writers never wait for each other
create function learn_words(of_article uuid) returns void language sql as $$
	insert into article_word (word, lexeme)
	select said.word, (tsvector_to_array(to_tsvector('russian', said.word)))[1]
	from article a join article_body b on b.article_id = a.id
	cross join unnest(tsvector_to_array(to_tsvector('simple',
		search_fold(a.headline || ' ' || a.standfirst || ' ' || left(b.html, 100000))))) as said (word)
	where a.id = of_article and a.status = 'published' and said.word ~ '^[[:alpha:]]{3,40}$'
		and to_tsvector('russian', said.word) <> ''
		and not exists (select from article_word known where known.word = said.word)
	order by said.word
	on conflict do nothing
$$;

select learn_words(article_id) from article_search;

-- the words most like one that was typed; more liberal than pg_trgm is by itself, since half of the trigrams of a
-- short word change with one letter
create function words_like(typed text) returns table (word text, likeness real)
language sql stable set pg_trgm.similarity_threshold = 0.2 as $$
	select known.word, similarity(known.word, typed) as likeness from article_word known
	where known.word % typed and length(known.word) between length(typed) - 2 and length(typed) + 2
	order by likeness desc, known.word limit 40
$$;

-- the newest articles in which a query matches, and how well, between two moments. It looks back in time in steps of
-- which each is four times as wide as the one before, until it has found enough: the newest matches of a frequent word
-- lie in a narrow span, and a rare word costs little in a wide one. Its plan does not depend on values, so it is made
-- once for each connection
create function newest_matches(query tsquery, has text[], newest_at timestamptz, newest_id uuid, oldest_at timestamptz,
	oldest_id uuid, enough int) returns table (article_id uuid, published_at timestamptz, rank real)
language plpgsql stable rows 200 set plan_cache_mode = force_generic_plan as $$
declare
	look record;
	ids uuid[];
	times timestamptz[];
	ranks real[];
begin
	for look in select * from search_looks(least(newest_at, now())) loop
		select array_agg(m.article_id), array_agg(m.published_at), array_agg(ts_rank(m.words, query))
		into ids, times, ranks from (
			select s.article_id, s.published_at, s.words from article_search s
			where s.words @@ query and s.marks @> has and s.marks && look.span
				and (s.published_at, s.article_id) <= (newest_at, newest_id)
				and (s.published_at, s.article_id) >= (oldest_at, oldest_id)
			order by s.published_at desc, s.article_id desc limit enough) as m;
		exit when cardinality(ids) >= enough or look.begins <= oldest_at;
	end loop;
	return query select * from unnest(ids, times, ranks);
end
$$;

-- the newest articles with words in their headline or standfirst. What lies before the widest step is too old to be
-- read next; and one edition publishes so little that the narrow steps find nothing worth their while
create function newest_titles(query tsquery, has text[], enough int, narrow int) returns setof uuid
language plpgsql stable rows 30 set plan_cache_mode = force_generic_plan as $$
declare
	look record;
	ids uuid[];
begin
	for look in select * from search_looks(now()) limit 5 - narrow offset narrow loop
		select array_agg(m.article_id) into ids from (
			select s.article_id from article_search s
			where s.title @@ query and s.marks @> has and s.marks && look.span
			order by s.published_at desc, s.article_id desc limit enough) as m;
		exit when cardinality(ids) >= enough;
	end loop;
	return query select unnest(ids);
end
$$;
