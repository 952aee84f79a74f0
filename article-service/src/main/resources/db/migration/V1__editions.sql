-- an edition is one district's newspaper; what the law asks of its imprint is told by one column
create table edition (
	slug text primary key check (slug ~ '^[a-z][a-z0-9-]{1,31}$'),
	name text not null check (btrim(name) <> ''),
	region text not null,
	founder text,
	editor_in_chief text,
	address text,
	phone text,
	email text,
	registration text,
	age_mark text check (age_mark in ('0+', '6+', '12+', '16+', '18+')),
	time_zone text not null,
	colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
	imprint_complete boolean not null generated always as (
		coalesce(btrim(founder), '') <> '' and coalesce(btrim(editor_in_chief), '') <> ''
		and coalesce(btrim(address), '') <> '' and coalesce(btrim(phone), '') <> ''
		and coalesce(btrim(email), '') <> '' and coalesce(btrim(registration), '') <> '') stored,
	unique (slug, imprint_complete)
);

create table rubric (
	edition text not null references edition,
	slug text not null check (slug ~ '^[a-z][a-z0-9-]{0,31}$'),
	name text not null check (btrim(name) <> ''),
	position int not null,
	primary key (edition, slug)
);
