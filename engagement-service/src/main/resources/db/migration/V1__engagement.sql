-- What lists show of an article, and whether it may be viewed, liked and listed. The event is kept as it came.
create table card (
	article_id uuid primary key,
	revision   bigint  not null,
	withdrawn  boolean not null,
	edition    text    not null,
	rubric     text,
	event      text
);

-- The numbers of an article as they stand. The row is also the article's lock: whoever changes likes or
-- comments, or tells the numbers to others, holds it. "revision" counts what others are told, "change" what
-- the scoreboard in Redis has to learn from here, "projected" how much of that it has learnt.
create table counts (
	article_id        uuid primary key,
	partition         smallint not null,
	views             bigint   not null default 0,
	likes             bigint   not null default 0,
	comments          bigint   not null default 0,
	comments_revision bigint   not null default 0,
	revision          bigint   not null default 0,
	change            bigint   not null default 0,
	projected         bigint   not null default 0
) with (fillfactor = 70);

create index counts_to_project on counts (partition) where projected < change;

-- Every view beacon of an article by hour and verdict: absolute, as Redis held them at view_offset.
create table view_hour (
	article_id uuid        not null,
	hour       timestamptz not null,
	partition  smallint    not null,
	counted    bigint      not null,
	repeated   bigint      not null,
	crawler    bigint      not null,
	automated  bigint      not null,
	prefetch   bigint      not null,
	primary key (article_id, hour)
) with (fillfactor = 70);

create index view_hour_by_partition on view_hour (partition, hour);

-- Which records of the log the snapshot stands for: all below next_offset.
create table view_offset (
	partition   smallint primary key,
	next_offset bigint      not null,
	clock       bigint      not null,
	taken_at    timestamptz not null
);

-- Whom the de-duplication still remembers, in pieces as they were added; gone when no verdict needs them.
create table view_seen (
	partition   smallint not null,
	next_offset bigint   not null,
	clock       bigint   not null,
	entries     text     not null,
	primary key (partition, next_offset)
);

-- A like: at most one of a visitor on an article.
create table article_like (
	article_id uuid        not null,
	visitor    text        not null,
	given_at   timestamptz not null,
	primary key (article_id, visitor)
);

-- The comments that everybody may read, as far as a list needs to know them.
create table standing_comment (
	comment_id   uuid primary key,
	article_id   uuid        not null,
	published_at timestamptz not null
);

-- Standing likes and comments by the hour in which they were given: what the lists of a window add up.
create table tally (
	article_id uuid        not null,
	metric     text        not null check (metric in ('likes', 'comments')),
	hour       timestamptz not null,
	value      bigint      not null,
	primary key (article_id, metric, hour)
) with (fillfactor = 70);

-- The secrets under which visitors are hashed, one a day; without its salt a hash says nothing.
create table visitor_salt (
	day  date primary key,
	salt bytea not null
);
