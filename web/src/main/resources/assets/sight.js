// The version for weak sight changes at once, is kept by the server as without script, and reads aloud.

const root = document.documentElement;
const form = document.querySelector('form.sight');

form.querySelectorAll('[data-sight-apply]').forEach((button) => { button.hidden = true; });
form.addEventListener('change', ({ target }) => {
	root.dataset[target.name] = target.value;
	// what cannot be kept now still holds on this page
	fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual', keepalive: true })
		.catch(() => { });
});

if ('speechSynthesis' in window) {
	speak(form.querySelector('[data-sight-speak]'));
}

function speak(button) {
	const [start, stop] = [button.textContent, button.dataset.hush];
	const shows = (speaking) => {
		button.textContent = speaking ? stop : start;
		button.setAttribute('aria-pressed', speaking);
	};
	button.hidden = false;
	button.addEventListener('click', () => {
		const speaking = speechSynthesis.speaking;
		speechSynthesis.cancel();
		shows(!speaking);
		if (!speaking) {
			const words = passages();
			// browsers cut a long utterance off, so that each passage is one
			words.forEach((text, place) => speechSynthesis.speak(utterance(text, place === words.length - 1 && (() => shows(false)))));
		}
	});
	// or else it would go on on the next page
	addEventListener('pagehide', () => speechSynthesis.cancel());
}

function passages() {
	const story = document.querySelector('article.story') ?? document.querySelector('main');
	return [...story.querySelectorAll('h1, h2, h3, .standfirst, .card-standfirst, .body > *, dt, dd, main > .prose > p')]
		.filter((part) => part.checkVisibility?.() ?? true)
		.map((part) => part.textContent.trim())
		.filter(Boolean);
}

function utterance(text, ended) {
	const said = new SpeechSynthesisUtterance(text);
	said.lang = document.querySelector('article.story')?.lang || root.lang;
	if (ended) {
		said.onend = ended;
	}
	return said;
}
