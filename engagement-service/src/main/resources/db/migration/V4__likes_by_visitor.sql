-- Which articles a visitor likes: asked whenever somebody who is signed in likes or looks, to let the likes
-- that the device gave before follow its reader.
create index article_like_by_visitor on article_like (visitor, article_id);
