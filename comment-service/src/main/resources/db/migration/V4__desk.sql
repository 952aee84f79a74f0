-- What moderators have done, each with what was before, so that it can be undone; one that is undone counts
-- for nothing any more. A ban is the latest of its author's bans and their liftings that is not undone.
create table moderation_action (
	id             uuid primary key,
	-- the order in which they were done: the clocks of two processes may differ
	number         bigint      not null generated always as identity,
	kind           text        not null
		check (kind in ('approve', 'reject', 'edit', 'pick', 'unpick', 'ban', 'unban')),
	edition        text        not null,
	comment_id     uuid references comment,
	-- who said the comment, or is banned
	author         text        not null,
	moderator      text        not null,
	moderator_name text        not null,
	reason         text,
	at             timestamptz not null,
	-- the comment as it was before
	old_status     text,
	old_text       text,
	old_pick       boolean,
	old_decided_at timestamptz,
	old_decided_by text,
	old_reason     text,
	-- what an edit has made of its words
	new_text       text,
	-- when a ban ends, null for never
	until          timestamptz,
	-- whether the author of a ban is not to notice it
	shadow         boolean     not null default false,
	undone_at      timestamptz,
	undone_by      text,
	check ((comment_id is null) = (kind in ('ban', 'unban')))
);

create index moderation_action_by_time on moderation_action (edition, at desc, id desc);
create index moderation_action_by_comment on moderation_action (comment_id, number desc);
create index moderation_action_ban on moderation_action (author, edition, number desc)
	where comment_id is null and undone_at is null;

-- Who is looking at a comment, so that nobody else does meanwhile.
create table moderation_claim (
	comment_id    uuid primary key references comment,
	claimed_by    text        not null,
	claimed_name  text        not null,
	claimed_until timestamptz not null
);

alter table report
	add column category text not null default 'other' check (category in ('spam', 'abuse', 'offtopic', 'other')),
	-- in thousandths: the share of the reporter's judged reports that were right, as of then
	add column weight integer not null default 500 check (weight between 0 and 1000),
	-- whether a moderator has agreed; null while the report stands
	add column upheld boolean,
	add column judged_by uuid references moderation_action;

-- of the reports that stand, in thousandths
alter table comment add column report_weight integer not null default 0 check (report_weight >= 0);

-- what was judged before judgements were kept
update report set upheld = (status = 'rejected') from comment
where comment.id = comment_id and (reports = 0 or report.created_at <= decided_at);
update comment set report_weight = 500 * reports where reports > 0;

create index report_judged on report (visitor) include (upheld) where upheld is not null;
create index report_by_judgement on report (judged_by) where judged_by is not null;

-- What somebody holds to be against the law; it has to be decided in time.
create table complaint (
	id           uuid primary key,
	comment_id   uuid        not null references comment,
	-- of whom complains: for moderators alone
	name         text        not null,
	email        text        not null,
	grounds      text        not null,
	-- what the comment said then
	said         text        not null,
	received_at  timestamptz not null,
	due_at       timestamptz not null,
	decision     text check (decision in ('remove', 'keep')),
	decided_at   timestamptz,
	decided_by   text,
	decided_name text,
	decided_why  text,
	-- by which the comment was removed
	action_id    uuid references moderation_action,
	check ((decision is null) = (decided_at is null))
);

create index complaint_open on complaint (due_at, id) where decision is null;
create index complaint_decided on complaint (due_at, id) where decision is not null;
