-- the log that aggregators read; positions become visible in their order (see ChangeLog)
create sequence change_position;

create table change (
	position bigint primary key,
	article_id uuid not null references article,
	edition text not null,
	rubric text not null,
	kind text not null check (kind in ('published', 'corrected', 'withdrawn')),
	at timestamptz not null,
	revision bigint not null,
	unique (article_id, revision)
);

create index change_of_edition on change (edition, position);
create index change_of_rubric on change (rubric, position);
create index change_of_edition_rubric on change (edition, rubric, position);
