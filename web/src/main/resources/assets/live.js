// The discussion as it goes on, while the reader is near it. New comments wait behind a button, so that
// nothing moves below the reader's eyes; what is edited or removed changes in its place.
import { commentOf, insert, part } from './comments.js';
import { show } from './views.js';

const NEAR = '600px';
const MOST = 20;

export function live(article, section) {
	const list = section.querySelector('[data-comments]');
	if (!list || !('EventSource' in window)) {
		return;
	}
	const page = section.querySelector('.write')?.action.replace(/\/comments(\?.*)?$/, '') ?? location.pathname;
	const fresh = new Map();
	let near = false;
	let refused = false;
	let stream;
	let total = Number(section.dataset.total ?? NaN);

	const count = () => {
		for (const id of fresh.keys()) {
			if (commentOf(id)) {
				fresh.delete(id);
			}
		}
		section.querySelector('[data-fresh]').hidden = !fresh.size;
		show('fresh', fresh.size);
	};

	const told = (comment) => {
		const item = commentOf(comment.id);
		if (item) {
			edit(item, comment);
		} else if (list.dataset.sort !== 'none' || commentOf(comment.parentId)) {
			fresh.set(comment.id, comment);
			count();
		}
	};

	const removed = ({ id }) => {
		fresh.delete(id);
		count();
		const item = commentOf(id);
		// its author was told otherwise
		if (item && !('own' in item.dataset)) {
			const head = document.createElement('p');
			head.className = 'comment-head';
			head.append(Object.assign(document.createElement('i'), { textContent: section.dataset.removed }));
			item.querySelector(':scope > .comment-body').replaceChildren(head);
		}
	};

	/** Between the page and the stream, or away from the tab, something was missed when the number is another. */
	const opened = async (now) => {
		if (!Number.isNaN(total) && total !== now.total) {
			const missed = await part(page).catch(() => null);
			for (const item of missed?.page.querySelectorAll('.comment') ?? []) {
				told({ id: item.id.slice('comment-'.length), parentId: item.parentElement.closest('.comment')?.id.slice('comment-'.length) });
			}
		}
		counted(now);
	};

	const counted = (now) => {
		total = now.total;
		show('comments', now.total);
	};

	const settle = () => {
		const wanted = near && !refused && document.visibilityState === 'visible';
		if (wanted && !stream) {
			stream = new EventSource(`/api/v1/articles/${article}/comments/stream`);
			// the browser's own 'open' has no data
			const on = (name, then) => stream.addEventListener(name, (event) => event.data && then(JSON.parse(event.data)));
			on('open', (data) => opened(data));
			on('total', counted);
			on('comment', told);
			on('removed', removed);
			on('withdrawn', close);
			stream.addEventListener('error', () => {
				if (stream?.readyState === EventSource.CLOSED) {
					// as many watch as can be served: the page is whole without it
					close();
				}
			});
		} else if (!wanted && stream) {
			stream.close();
			stream = null;
		}
	};

	const close = () => {
		refused = true;
		settle();
	};

	new IntersectionObserver(([seen]) => {
		near = seen.isIntersecting;
		settle();
	}, { rootMargin: NEAR }).observe(section);
	document.addEventListener('visibilitychange', settle);
	section.addEventListener('changed', count);
	section.querySelector('[data-fresh] button').addEventListener('click', async () => {
		const ids = [...fresh.keys()].slice(-MOST);
		fresh.clear();
		const first = await bring(section, page, ids);
		count();
		first?.focus();
	});
}

/** Fetches comments and puts them in their places; the first of them is given back. */
async function bring(section, page, ids) {
	let first;
	const newest = await part(page).catch(() => null);
	for (const id of ids) {
		const found = newest && commentOf(id, newest.page) ? newest : await part(`${page}?comment=${id}`).catch(() => null);
		const item = found && insert(section, found.page, id);
		if (item) {
			item.classList.add('comment-new');
			const body = item.querySelector('.comment-body');
			body.setAttribute('tabindex', '-1');
			first ??= body;
		}
	}
	return first;
}

function edit(item, comment) {
	const body = item.querySelector(':scope > .comment-body');
	const text = body.querySelector('.comment-text');
	if (!text || comment.text === undefined) {
		return;
	}
	text.textContent = comment.text;
	body.querySelector('[data-edited]').hidden = !comment.editedAt;
	body.querySelector('[data-pick]').hidden = !comment.pick;
}
