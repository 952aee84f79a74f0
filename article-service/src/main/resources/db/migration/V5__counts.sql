-- what the other services count, each with the revision it stands for; null while nothing was told
create table article_counts (
	article_id uuid primary key,
	views bigint,
	likes bigint,
	engagement_revision bigint,
	comments bigint,
	comments_revision bigint
);
