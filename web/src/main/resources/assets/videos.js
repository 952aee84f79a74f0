// A video of elsewhere loads only when the reader asks for it.

export function videos() {
	for (const link of document.querySelectorAll('a[data-embed]')) {
		link.addEventListener('click', (event) => {
			if (event.ctrlKey || event.metaKey || event.shiftKey) {
				return;
			}
			event.preventDefault();
			const frame = document.createElement('iframe');
			frame.src = link.dataset.embed;
			frame.title = link.dataset.title || link.textContent;
			frame.allow = 'autoplay; fullscreen; picture-in-picture';
			frame.referrerPolicy = 'strict-origin';
			frame.allowFullscreen = true;
			link.replaceWith(frame);
			frame.focus();
		}, { once: true });
	}
}
