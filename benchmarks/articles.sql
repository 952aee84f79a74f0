-- Fills the database of an article-service with generated articles: up to sixty editions of at least five hundred
-- articles, ten years, words by Zipf's law.
-- Run by benchmarks/articles, which then calls bench_fill for each part and bench_words.

select setseed(0.25);

insert into edition (slug, name, region, founder, editor_in_chief, address, phone, email, registration, age_mark,
	time_zone, colour)
select 'bench' || n, 'Вести района ' || n, 'Район ' || n, 'Администрация', 'А. Редактор', 'ул. Мира, ' || n,
	'+7 000 000-00-00', 'office@paper.example', 'ПИ № ТУ00-' || n, '12+', 'Asia/Novosibirsk', '#8a1c1c'
from generate_series(1, 60) as n;

insert into rubric (edition, slug, name, position)
select 'bench' || n, slug, name, position from generate_series(1, 60) as n
cross join (values ('society', 'Общество', 1), ('sport', 'Спорт', 2), ('power', 'Власть', 3), ('land', 'Село', 4),
	('culture', 'Культура', 5), ('history', 'История', 6)) as r (slug, name, position);

-- 30,000 words out of syllables and endings
create temporary table bench_word as
select row_number() over (order by random()) as n, word from (
	select distinct a || b || c || d as word
	from unnest(array['ба','во','гра','до','жи','за','ко','ле','мо','на','пе','ра','со','ту','фо','хле','ча','ше']) as a
	cross join unnest(array['бе','ва','го','де','зна','ка','ли','му','не','ро','сти','тра']) as b
	cross join unnest(array['вн','дн','к','льн','н','р','ст','т','ч','м']) as c
	cross join unnest(array['а','ого','ие','ой','ом','ость','ую','ы','ами','ение','ский','ство','ить','ала']) as d) as made;

-- 20,000 sentences of ten of them, the first words far more often than the last
create temporary table bench_sentence as
select s.n, string_agg(w.word, ' ' order by s.place) || case when s.n % 33 = 0 then ' район' else '' end
	|| case when s.n % 400 = 1 then ' паводок' else '' end as text
from (select n, place, 1 + floor(30000 * power(random(), 4))::int as pick
	from generate_series(0, 19999) as n cross join generate_series(1, 10) as place) as s
join bench_word w on w.n = s.pick
group by s.n;
alter table bench_sentence add primary key (n);
analyze bench_sentence;

create temporary table bench_part (n int primary key, id uuid not null, at timestamptz not null);

create procedure pg_temp.bench_fill(first int, last int, total int) language sql as $$
	truncate bench_part;
	insert into bench_part (n, id, at)
	select n, uuidv7(at - clock_timestamp()), at from (
		select n, now() - interval '3650 days' * ((total - n + 1)::float / total) as at
		from generate_series(first, last) as n) as dated;

	insert into article (id, edition, rubric, status, revision, headline, standfirst, byline, age_mark, tags, pictures,
		videos, comments_open, created_at, saved_at, slug, path, published_at, updated_at, public_revision)
	select id, 'bench' || edition,
		(array['society', 'sport', 'power', 'land', 'culture', 'history'])[1 + floor(random() * 6)::int],
		'published', 2, initcap(split_part(h.text, ' ', 1)) || ' ' || split_part(h.text, ' ', 2) || ' '
			|| split_part(h.text, ' ', 3) || ' ' || split_part(h.text, ' ', 4)
			|| case when made.n % 50 = 7 then ' мост' else '' end,
		h.text || '.', 'Автор ' || floor(random() * 300), '12+',
		array['тема ' || floor(400 * power(random(), 3)), 'случай ' || floor(20000 * random()), 'район ' || edition],
		'[]', '[]', true, at, at, 's' || made.n,
		'/bench' || edition || to_char(at, '/YYYY/MM/DD/') || 's' || made.n, at, at, 2
	from (select n, id, at, 1 + floor(random() * least(60, greatest(2, total / 500)))::int as edition, floor(random() * 20000)::int as pick
		from bench_part) as made
	join bench_sentence h on h.n = made.pick
	order by made.n;

	insert into article_body (article_id, html)
	select made.id, '<p>' || string_agg(s.text, '. ' order by made.place)
		|| case when made.n % (total / 10) = 3 then ' брандмейстер' else '' end || '.</p>'
	from (select id, n, place, floor(random() * 20000 + 0 * place)::int as pick
		from bench_part cross join generate_series(1, 12) as place) as made
	join bench_sentence s on s.n = made.pick
	group by made.id, made.n
	order by made.id;

	insert into article_placement (article_id, edition, rubric, published_at)
	select a.id, a.edition, a.rubric, a.published_at from bench_part join article a using (id);

	insert into article_author (article_id, author, published_at)
	select a.id, a.byline, a.published_at from bench_part join article a using (id);

	insert into article_tag (article_id, tag, edition, published_at)
	select a.id, tag, a.edition, a.published_at from bench_part join article a using (id) cross join unnest(a.tags) as tag;

	insert into article_counts (article_id, views, likes, engagement_revision, comments, comments_revision)
	select id, floor(random() * 5000), floor(random() * 100), 1, floor(random() * 30), 1 from bench_part;

	insert into change (position, article_id, kind, at, revision)
	select nextval('change_position'), a.id, 'published', a.published_at, 2
	from bench_part join article a using (id) order by a.published_at, a.id;

	insert into change_place (position, edition, rubric, was, remains)
	select c.position, a.edition, a.rubric, false, true
	from bench_part join article a using (id) join change c on c.article_id = a.id;

	insert into article_search (article_id, published_at, words, title, marks)
	select article_id, published_at, words, title, marks from bench_part
	join searchable_article on article_id = id order by article_id;
$$;

-- as learn_words does for one article; the words of a tenth are nearly all
create procedure pg_temp.bench_words() language sql as $$
	insert into article_word (word, lexeme)
	select word, (tsvector_to_array(to_tsvector('russian', word)))[1]
	from ts_stat('select to_tsvector(''simple'', search_fold(a.headline || '' '' || a.standfirst || '' '' || b.html))
		from article a join article_body b on b.article_id = a.id
		where substring(a.slug from 2)::int % greatest(1, (select count(*) / 100000 from article)) = 0
			or b.html like ''%брандмейстер%''')
	where word ~ '^[[:alpha:]]{3,40}$' and to_tsvector('russian', word) <> ''
	on conflict do nothing;
$$;
