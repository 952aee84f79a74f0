// On every page: what was read stays readable without a connection (worker.js).

if (!navigator.onLine) {
	document.querySelector('[data-offline]').hidden = false;
}
addEventListener('load', () => navigator.serviceWorker?.register('/sw.js').catch(() => { }));
