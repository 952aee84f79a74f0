-- what lies between a draft and the public
alter table article drop constraint article_status_check;
alter table article add constraint article_status_check
	check (status in ('draft', 'in_review', 'scheduled', 'published', 'withdrawn'));
alter table article add column publish_at timestamptz;
alter table article add constraint scheduled_at_a_time check ((status = 'scheduled') = (publish_at is not null));
alter table article drop constraint published_with_all_that_is_needed;
alter table article add constraint published_with_all_that_is_needed check (
	status in ('draft', 'in_review') or (age_mark is not null and (status = 'scheduled' or (slug is not null
		and path is not null and published_at is not null and updated_at is not null
		and public_revision is not null))));
create index article_due on article (publish_at) where status = 'scheduled';

alter table article_revision drop constraint article_revision_action_check;
alter table article_revision add constraint article_revision_action_check check (action in ('created', 'saved',
	'submitted', 'returned', 'scheduled', 'published', 'corrected', 'withdrawn'));

-- what the newsroom sees: all articles of an edition, last written first
create index article_desk on article (edition, saved_at desc, id desc);
create index article_desk_of_status on article (edition, status, saved_at desc, id desc);

-- addresses that articles had before; they lead to the article for good
create table former_address (
	edition text not null,
	slug text collate "C" not null,
	path text collate "C" not null unique,
	article_id uuid not null references article,
	primary key (edition, slug)
);
create index former_address_of_article on former_address (article_id);
