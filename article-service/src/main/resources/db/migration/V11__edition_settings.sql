-- how an edition wants its comments and its readers treated
alter table edition
	-- whose comments a moderator sees before everybody does; comment-service is told
	add premoderation text not null default 'guests' check (premoderation in ('nobody', 'guests', 'everybody')),
	-- the name of its group at VK, as in the group's address
	add vk_group text check (vk_group ~ '^[A-Za-z0-9_.]{1,64}$'),
	-- the number of its counter at Yandex Metrika; none means that nobody else counts its readers
	add analytics text check (analytics ~ '^[0-9]{1,12}$'),
	-- grows with every change
	add revision bigint not null default 1;
