// Lists the articles that worker.js has kept, last read first.

const list = document.querySelector('[data-kept]');
const pages = 'caches' in window ? await caches.open('pages') : undefined;
for (const request of (await pages?.keys() ?? []).reverse()) {
	const page = new DOMParser().parseFromString(await (await pages.match(request)).text(), 'text/html');
	const item = list.appendChild(document.createElement('li'));
	const link = item.appendChild(document.createElement('a'));
	link.href = new URL(request.url).pathname;
	link.textContent = page.querySelector('h1')?.textContent ?? link.href;
}
document.querySelector('[data-kept-none]').hidden = list.children.length > 0;
