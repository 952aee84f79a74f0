-- What an article has brought along from the site on which it appeared before. As absolute as the views, and
-- of the same snapshot; "views" and "likes" hold it already.
alter table counts
	add column opening_views bigint not null default 0 check (opening_views >= 0),
	add column opening_likes bigint not null default 0 check (opening_likes >= 0);
