// The page of an article works without this file; with it, it also lives. It is counted at once; what else it can do
// comes after its text and pictures.
import { views } from './views.js';

const LATER = ['likes', 'comments', 'share', 'videos'];
const PATIENCE = 3000;

const article = document.querySelector('article[data-article]')?.dataset.article;
const shown = new Promise((resolve) => addEventListener('load', resolve));
const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));

Promise.race([shown, late]).then(() => LATER.forEach((part) => import(`./${part}.js`)
	.then((module) => module[part](article))
	.catch((failure) => console.error(failure))));
views(article);
