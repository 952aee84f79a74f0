// Likes without leaving the page. What was liked on this device is shown at once; the server is asked by
// those who are signed in, since they may have liked elsewhere, and by those who have ever liked here.
import { show, whenSeen } from './views.js';

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
	const url = `/api/v1/articles/${article}/like`;
	let liked = 'pressed' in button.dataset || read().includes(article);
	let changed = false;

	const paint = () => {
		button.setAttribute('aria-pressed', liked);
		// the button says by its state that it is pressed; its name stays
		label.textContent = label.dataset.do;
	};
	paint();

	const settle = (now) => {
		liked = now.liked;
		remember(article, liked);
		show('likes', now.likes);
		paint();
	};

	const ask = async () => {
		try {
			const answer = await fetch(url);
			const now = answer.ok ? await answer.json() : null;
			if (now && !changed) {
				settle(now);
			}
		} catch {
			// the guess stays
		}
	};
	if ('signed' in form.dataset || read().length) {
		whenSeen(ask);
	}

	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		if (button.ariaBusy === 'true') {
			return;
		}
		button.ariaBusy = 'true';
		changed = true;
		try {
			const answer = await fetch(url, { method: liked ? 'DELETE' : 'PUT' });
			if (!answer.ok) {
				throw new Error(answer.status);
			}
			settle(await answer.json());
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
		const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
		return Array.isArray(kept) ? kept : [];
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
