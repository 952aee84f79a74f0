// The page of an article works without this file; with it, it also lives.
import { views } from './views.js';
import { likes } from './likes.js';
import { comments } from './comments.js';
import { share } from './share.js';
import { videos } from './videos.js';

const article = document.querySelector('article[data-article]')?.dataset.article;
for (const part of [views, likes, comments, share, videos]) {
	try {
		part(article);
	} catch (failure) {
		console.error(failure);
	}
}
