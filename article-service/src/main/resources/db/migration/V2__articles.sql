-- the record of an article; its body is kept apart, so that lists and checks of an ETag never read it
create table article (
	id uuid primary key,
	edition text not null references edition,
	rubric text not null,
	status text not null check (status in ('draft', 'published', 'withdrawn')),
	revision bigint not null check (revision > 0),
	headline text not null check (btrim(headline) <> ''),
	standfirst text not null,
	byline text not null,
	age_mark text check (age_mark in ('0+', '6+', '12+', '16+', '18+')),
	tags text[] not null,
	pictures jsonb not null,
	videos jsonb not null,
	video boolean not null generated always as (jsonb_array_length(videos) > 0) stored,
	comments_open boolean not null,
	created_at timestamptz not null,
	saved_at timestamptz not null,
	-- what the public sees; null until first published
	slug text collate "C",
	path text collate "C" unique,
	published_at timestamptz,
	updated_at timestamptz,
	public_revision bigint,
	withdrawn_at timestamptz,
	-- a published article's edition has a complete imprint, or the row cannot be
	imprint_complete boolean generated always as (case when status = 'published' then true end) stored,
	unique (edition, slug),
	foreign key (edition, rubric) references rubric (edition, slug),
	constraint published_under_a_complete_imprint
		foreign key (edition, imprint_complete) references edition (slug, imprint_complete),
	constraint published_with_all_that_is_needed check (status = 'draft' or (age_mark is not null
		and slug is not null and path is not null and published_at is not null and updated_at is not null
		and public_revision is not null)),
	constraint withdrawn_at_a_time check ((status = 'withdrawn') = (withdrawn_at is not null))
);

create table article_body (
	article_id uuid primary key references article on delete cascade,
	html text not null
);

-- what was written over a published article and waits to be shown as a correction
create table article_pending (
	article_id uuid primary key references article on delete cascade,
	content jsonb not null
);

-- every state that an article ever had
create table article_revision (
	article_id uuid not null references article,
	revision bigint not null,
	at timestamptz not null,
	by_id text not null,
	by_name text not null,
	action text not null check (action in ('created', 'saved', 'published', 'corrected', 'withdrawn')),
	note text,
	content jsonb not null,
	primary key (article_id, revision)
);

-- one index for each way through the lists, newest first
create index article_newest on article (published_at desc, id desc) where status = 'published';
create index article_newest_of_edition on article (edition, published_at desc, id desc) where status = 'published';
create index article_newest_of_rubric on article (rubric, published_at desc, id desc) where status = 'published';
create index article_newest_of_edition_rubric on article (edition, rubric, published_at desc, id desc)
	where status = 'published';
create index article_newest_of_byline on article (byline, published_at desc, id desc) where status = 'published';
create index article_newest_with_video on article (published_at desc, id desc) where status = 'published' and video;

-- the tags of published articles
create table article_tag (
	article_id uuid not null references article on delete cascade,
	tag text not null,
	edition text not null,
	published_at timestamptz not null,
	primary key (article_id, tag)
);

create index article_tag_newest on article_tag (tag, published_at desc, article_id desc);
create index article_tag_newest_of_edition on article_tag (edition, tag, published_at desc, article_id desc);

-- the words of published articles
create table article_search (
	article_id uuid primary key references article on delete cascade,
	words tsvector not null
);

create index article_search_words on article_search using gin (words);
