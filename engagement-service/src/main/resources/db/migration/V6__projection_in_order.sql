-- In an order, or else the planner, who thinks that a third of all articles is pending, looks for them in the whole table.
drop index counts_to_project;
create index counts_to_project on counts (partition, article_id) where projected < change;
