-- who writes: known once in the network, at home in one edition whose editors keep the entry
create table author (
	slug text collate "C" primary key check (slug ~ '^[a-z][a-z0-9-]{1,63}$'),
	edition text not null references edition,
	name text not null check (btrim(name) <> ''),
	position text not null,
	about text not null,
	picture text
);
create index author_of_edition on author (edition, name, slug);

-- an article's authors by their slugs, and the rubrics of other editions in which it runs as well
alter table article add column authors text[] not null default '{}';
alter table article add column also_in jsonb not null default '[]';

-- by which a published article is found: every rubric in which it runs, its own first of all
create table article_placement (
	article_id uuid not null references article on delete cascade,
	edition text not null,
	rubric text not null,
	published_at timestamptz not null,
	-- like its own edition, no other runs anything under an incomplete imprint
	imprint_complete boolean not null generated always as (true) stored,
	primary key (article_id, edition),
	foreign key (edition, rubric) references rubric (edition, slug),
	constraint placed_under_a_complete_imprint
		foreign key (edition, imprint_complete) references edition (slug, imprint_complete)
);
insert into article_placement (article_id, edition, rubric, published_at)
select id, edition, rubric, published_at from article where status = 'published';

create index article_placement_of_edition on article_placement (edition, published_at desc, article_id desc);
create index article_placement_of_rubric on article_placement (rubric, published_at desc, article_id desc);
create index article_placement_of_edition_rubric
	on article_placement (edition, rubric, published_at desc, article_id desc);
drop index article_newest_of_edition, article_newest_of_rubric, article_newest_of_edition_rubric;

-- a tag once for each edition in which its article runs
alter table article_tag drop constraint article_tag_pkey;
alter table article_tag add primary key (article_id, tag, edition);

-- by the slug of an author, the name, and the byline as it is written
create table article_author (
	article_id uuid not null references article on delete cascade,
	author text not null,
	published_at timestamptz not null,
	primary key (article_id, author)
);
insert into article_author (article_id, author, published_at)
select id, byline, published_at from article where status = 'published' and byline <> '';

create index article_author_newest on article_author (author, published_at desc, article_id desc);
drop index article_newest_of_byline;

-- where each change was to be seen: "was" before it, "remains" after it. To who follows one edition or one rubric, an
-- article that enters it is published, and one that leaves it is withdrawn
create table change_place (
	position bigint not null references change,
	edition text not null,
	rubric text not null,
	was boolean not null,
	remains boolean not null,
	primary key (position, edition, rubric)
);
insert into change_place (position, edition, rubric, was, remains)
select position, edition, rubric, kind <> 'published', kind <> 'withdrawn' from change;

create index change_of_edition_place on change_place (edition, position);
create index change_of_rubric_place on change_place (rubric, position);
create index change_of_edition_rubric_place on change_place (edition, rubric, position);
alter table change drop column edition, drop column rubric;

-- a search finds it by every edition and rubric in which it runs, and by the two together
create or replace view searchable_article as
select a.id as article_id, a.published_at,
	w.title || setweight(to_tsvector('russian', search_fold(left(b.html, 100000))), 'D') as words, w.title,
	search_spans(a.published_at)
		|| array(select mark from article_placement p
			cross join unnest(array['e:' || p.edition, 'r:' || p.rubric, 'p:' || p.edition || '/' || p.rubric]) as mark
			where p.article_id = a.id)
		|| array(select 'a:' || author from article_author w where w.article_id = a.id)
		|| array(select 't:' || tag from unnest(a.tags) as tag)
		|| case when a.video then array['v:true'] else array['v:false'] end as marks
from article a
join article_body b on b.article_id = a.id
cross join lateral (select setweight(to_tsvector('russian', search_fold(a.headline)), 'A')
	|| setweight(to_tsvector('russian', search_fold(a.standfirst)), 'B') as title) as w
where a.status = 'published';
update article_search s set marks = known.marks from searchable_article known where known.article_id = s.article_id;

-- lists of an edition's front page that fill themselves
create table rule_list (
	edition text not null references edition,
	position int not null,
	title text not null check (btrim(title) <> ''),
	rubric text,
	tag text,
	author text,
	video boolean,
	length int not null check (length between 1 and 20),
	primary key (edition, position),
	foreign key (edition, rubric) references rubric (edition, slug),
	check (num_nonnulls(rubric, tag, author, video) > 0)
);
