// The page of an article works without this file; with it, it also lives. Text and pictures come first.
const PARTS = ['views', 'likes', 'comments', 'share', 'videos'];
const PATIENCE = 3000;

const article = document.querySelector('article[data-article]')?.dataset.article;
let begun = false;

function begin() {
	if (begun) {
		return;
	}
	begun = true;
	for (const part of PARTS) {
		import(`./${part}.js`).then((module) => module[part](article)).catch((failure) => console.error(failure));
	}
}

if (document.readyState === 'complete') {
	begin();
} else {
	addEventListener('load', begin);
	setTimeout(begin, PATIENCE);
}
