// Pages come from the network whenever there is one; what is kept here is for when there is none.
// The server puts VERSION and FILES, what the page for readers without a connection needs, in front.

const SHELL = `shell-${VERSION}`;
const PAGES = { name: 'pages', most: 30 };
const PICTURES = { name: 'pictures', most: 90 };
const ASSETS = { name: 'assets', most: 60 };
const PATIENCE = 6000;

const STORY = /^\/[a-z][a-z0-9-]*\/\d{4}\/\d{2}\/\d{2}\/[^/]+$/;
const NOT_OURS = /^\/(api|oauth2|login|logout|identity|connect)(\/|$)/;
// a query that changes nothing in the page
const PLAIN = /^(\?utm_.*)?$/;

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (url.origin !== location.origin || NOT_OURS.test(url.pathname)) {
		return;
	}
	if (url.pathname === '/sign-out') {
		// kept pages have a name on them
		event.waitUntil(caches.delete(PAGES.name));
	} else if (request.method !== 'GET') {
		return;
	} else if (request.mode === 'navigate') {
		event.respondWith(page(event, url));
	} else if (url.pathname.startsWith('/assets/')) {
		event.respondWith(once(event, ASSETS));
	} else if (request.destination === 'image' && url.pathname.startsWith('/media/')) {
		event.respondWith(once(event, PICTURES));
	}
});

async function install() {
	const shell = await caches.open(SHELL);
	await shell.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })));
	await skipWaiting();
}

// no navigation preload: what is not ours would be asked twice, and a sign-in begun twice
async function activate() {
	const names = await caches.keys();
	await Promise.all(names.filter((name) => name.startsWith('shell-') && name !== SHELL).map((name) => caches.delete(name)));
	await clients.claim();
}

async function page(event, url) {
	const asked = ask(event, url);
	event.waitUntil(asked.catch(() => { }));
	const kept = STORY.test(url.pathname) ? await (await caches.open(PAGES.name)).match(url.pathname) : undefined;
	try {
		return await (kept ? Promise.race([asked, later(kept)]) : asked);
	} catch {
		return kept ?? await (await caches.open(SHELL)).match('/offline') ?? Response.error();
	}
}

async function ask(event, url) {
	const answer = await fetch(event.request);
	if (STORY.test(url.pathname)) {
		if (answer.status === 404 || answer.status === 410) {
			await (await caches.open(PAGES.name)).delete(url.pathname);
		} else if (answer.ok && !answer.redirected && PLAIN.test(url.search)) {
			event.waitUntil(keep(PAGES, url.pathname, answer.clone()));
		}
	}
	return answer;
}

const later = (kept) => new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE));

// the content of these addresses never changes
async function once(event, where) {
	const kept = await caches.match(event.request);
	if (kept) {
		return kept;
	}
	const answer = await fetch(event.request);
	if (answer.status === 200 && /immutable/.test(answer.headers.get('Cache-Control'))) {
		event.waitUntil(keep(where, event.request, answer.clone()));
	}
	return answer;
}

async function keep({ name, most }, key, answer) {
	const cache = await caches.open(name);
	// last in the order of its keys
	await cache.delete(key);
	await cache.put(key, answer);
	const keys = await cache.keys();
	await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((oldest) => cache.delete(oldest)));
}
