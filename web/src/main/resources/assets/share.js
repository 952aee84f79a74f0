// Copying the address and the phone's own way of sharing, where the browser has them.

export function share() {
	const url = document.querySelector('link[rel="canonical"]')?.href ?? location.href;
	const said = document.querySelector('[data-said="share"]');
	const copy = document.querySelector('[data-share="copy"]');
	if (copy && navigator.clipboard) {
		copy.hidden = false;
		copy.addEventListener('click', async () => {
			try {
				await navigator.clipboard.writeText(url);
				said.textContent = copy.dataset.done;
			} catch {
				said.textContent = url;
			}
			said.hidden = false;
		});
	}
	const sheet = document.querySelector('[data-share="sheet"]');
	if (sheet && navigator.share) {
		sheet.hidden = false;
		sheet.addEventListener('click', () => navigator.share({ title: document.title, url }).catch(() => { }));
	}
}
