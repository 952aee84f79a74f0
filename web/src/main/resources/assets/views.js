// On the page of an article, at once: tells that it was seen, once it is really on the screen, and shows its numbers
// as they change. What could not be told is kept and told later.

const KEY = 'rayonka-views';
const MOST = 20;
const OLDEST = 30 * 60 * 1000;
const lang = document.documentElement.lang || 'ru';
const rules = new Intl.PluralRules(lang);

const { article } = document.querySelector('article[data-article]').dataset;

whenSeen(async () => {
	await retell();
	await tell(article, Date.now());
	follow(article);
});
addEventListener('online', retell);

/** Shows a number wherever the page has it. */
export function show(name, number) {
	if (typeof number !== 'number') {
		return;
	}
	const text = number.toLocaleString(lang);
	for (const place of document.querySelectorAll(`[data-count="${name}"]`)) {
		const noun = place.dataset[{ one: 'one', few: 'few' }[rules.select(number)] ?? 'many'];
		place.textContent = noun ? `${text}\u00a0${noun}` : text;
	}
}

/** Runs once the page is really on the screen: after its first frame. */
export function whenSeen(run) {
	if (document.prerendering) {
		document.addEventListener('prerenderingchange', () => whenSeen(run), { once: true });
	} else if (document.visibilityState === 'visible') {
		requestAnimationFrame(() => setTimeout(run));
	} else {
		document.addEventListener('visibilitychange', () => whenSeen(run), { once: true });
	}
}

/** Shows the numbers as they change while somebody looks; hidden pages hold no connection. */
function follow(article) {
	const stream = new EventSource(`/api/v1/counts/stream?ids=${article}`);
	stream.addEventListener('counts', ({ data }) => showAll(JSON.parse(data)));
	stream.addEventListener('error', () => {
		// refused, not just interrupted
		if (stream.readyState === EventSource.CLOSED) {
			ask(article);
		}
	});
	document.addEventListener('visibilitychange', () => {
		stream.close();
		whenSeen(() => follow(article));
	}, { once: true });
}

async function ask(article) {
	try {
		const answer = await fetch(`/api/v1/articles/${article}/counts`);
		if (answer.ok) {
			showAll(await answer.json());
		}
	} catch {
		// the numbers of the page stay
	}
}

function showAll({ views, likes, comments }) {
	show('views', views);
	show('views-number', views);
	show('likes', likes);
	show('comments', comments);
}

async function tell(article, at) {
	const url = `/api/v1/articles/${article}/views`;
	if (!('keepalive' in Request.prototype)) {
		if (!navigator.sendBeacon(url)) {
			keep(article, at);
		}
		return;
	}
	try {
		const answer = await fetch(url, { method: 'POST', keepalive: true });
		if (answer.status >= 500 || answer.status === 429) {
			keep(article, at);
		}
	} catch {
		keep(article, at);
	}
}

async function retell() {
	const kept = read();
	write([]);
	for (const [article, at] of kept) {
		if (Date.now() - at < OLDEST) {
			await tell(article, at);
		}
	}
}

function keep(article, at) {
	write([...read().filter(([other]) => other !== article), [article, at]].slice(-MOST));
}

function read() {
	try {
		const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
		return Array.isArray(kept) ? kept.filter(Array.isArray) : [];
	} catch {
		return [];
	}
}

function write(kept) {
	try {
		if (kept.length) {
			localStorage.setItem(KEY, JSON.stringify(kept));
		} else {
			localStorage.removeItem(KEY);
		}
	} catch {
		// no place to keep it
	}
}
