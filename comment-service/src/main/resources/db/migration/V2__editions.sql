-- What article-service has told of editions; one that is not here premoderates guests.
create table edition (
	slug          text   primary key,
	premoderation text   not null check (premoderation in ('nobody', 'guests', 'everybody')),
	-- of the edition's last event that was applied
	revision      bigint not null
);
