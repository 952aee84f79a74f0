// Likes without leaving the page.
import { show } from './views.js';

const KEY = 'rayonka-likes';
const MOST = 300;

export function likes(article) {
	const form = document.querySelector('form[data-like]');
	if (!form || !article) {
		return;
	}
	const button = form.querySelector('button');
	const label = form.querySelector('[data-like-label]');
	const said = document.querySelector('[data-said="like"]');
	let liked = 'pressed' in button.dataset || read().includes(article);

	const paint = () => {
		button.setAttribute('aria-pressed', liked);
		// the button says by its state that it is pressed; its name stays
		label.textContent = label.dataset.do;
	};
	paint();

	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		if (button.ariaBusy === 'true') {
			return;
		}
		button.ariaBusy = 'true';
		try {
			const answer = await fetch(`/api/v1/articles/${article}/like`, { method: liked ? 'DELETE' : 'PUT' });
			if (!answer.ok) {
				throw new Error(answer.status);
			}
			const now = await answer.json();
			liked = now.liked;
			remember(article, liked);
			show('likes', now.likes);
			paint();
			said.textContent = liked ? form.dataset.liked : form.dataset.unliked;
		} catch {
			said.textContent = form.dataset.away;
		}
		button.ariaBusy = 'false';
		said.hidden = false;
	});
}

function read() {
	try {
		return JSON.parse(localStorage.getItem(KEY) ?? '[]');
	} catch {
		return [];
	}
}

function remember(article, liked) {
	const others = read().filter((other) => other !== article);
	try {
		localStorage.setItem(KEY, JSON.stringify((liked ? [...others, article] : others).slice(-MOST)));
	} catch {
		// the server knows
	}
}
