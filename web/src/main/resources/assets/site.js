// On every page: it works without this file. What was read stays readable without a connection (worker.js); what an
// article can do beyond being read, and counted (views.js), comes after the frame with its text and pictures.

const PARTS = ['likes', 'comments', 'share', 'videos'];
const PATIENCE = 3000;

if (!navigator.onLine) {
	document.querySelector('[data-offline]').hidden = false;
}

const shown = new Promise((resolve) => addEventListener('load',
	() => requestAnimationFrame(() => setTimeout(resolve))));
const article = document.querySelector('article[data-article]')?.dataset.article;

shown.then(() => navigator.serviceWorker?.register('/sw.js').catch(() => { }));
if (article) {
	const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
	Promise.race([shown, late]).then(() => PARTS.forEach((part) => import(`./${part}.js`)
		.then((module) => module[part](article))
		.catch((failure) => console.error(failure))));
}
