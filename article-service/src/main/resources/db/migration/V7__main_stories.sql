-- what the editors put at the top of an edition's front page
create table main_story (
	edition text not null references edition,
	position int not null,
	article_id uuid not null references article,
	primary key (edition, position),
	unique (edition, article_id)
);
