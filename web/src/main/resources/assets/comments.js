// The discussion without leaving the page. Its links and forms are those that work without this file; the
// answers are read by parts. What is typed is kept until it is sent.
import { live } from './live.js';

const PART = 'part=comments';

export function comments(article) {
	const section = document.getElementById('comments');
	if (!section || !article) {
		return;
	}
	drafts(section, `rayonka-draft-${article}`);
	section.addEventListener('click', (event) => {
		const link = event.target.closest('a[href]');
		if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && follow(section, link)) {
			event.preventDefault();
		}
	});
	section.addEventListener('submit', (event) => {
		event.preventDefault();
		send(section, event.target, event.submitter);
	});
	own(section, `rayonka-own-${article}`);
	live(article, section);
}

/** The page is the same for everybody: what is the reader's own comes after it, once there is something. */
async function own(section, acted) {
	section.addEventListener('changed', () => store(acted, 'yes'));
	if (!stored(acted)) {
		return;
	}
	const mine = await part(location.href).catch(() => null);
	for (const item of [...mine?.page.querySelectorAll('.comment') ?? []]) {
		const id = item.id.slice('comment-'.length);
		if (commentOf(id)) {
			replace(id, mine.page);
		} else {
			insert(section, mine.page, id);
		}
	}
}

/** A part of the discussion at an address of the page, as a document of its own. */
export async function part(address, options) {
	const url = new URL(address, location.href);
	url.search += (url.search ? '&' : '?') + PART;
	const answer = await fetch(url, options);
	const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
	if (!page.getElementById('comments')) {
		throw new Error(answer.status);
	}
	return { page, at: new URL(answer.url).searchParams.get('at') };
}

export function commentOf(id, root = document) {
	return root.getElementById(`comment-${id}`);
}

/** Puts a comment that a part has where it belongs; nothing happens to one that is there. */
export function insert(section, page, id) {
	const item = commentOf(id, page);
	if (!item || commentOf(id)) {
		return commentOf(id);
	}
	section.querySelector('[data-none]')?.remove();
	const above = item.parentElement.closest('.comment');
	const list = section.querySelector('[data-comments]');
	if (!above) {
		list?.[list.dataset.sort === 'oldest' ? 'append' : 'prepend'](item);
	} else if (document.getElementById(above.id)) {
		under(document.getElementById(above.id)).append(item);
	} else {
		insert(section, page, above.id.slice('comment-'.length));
	}
	return commentOf(id);
}

function under(comment) {
	const known = comment.querySelector(':scope > .replies');
	if (known) {
		return known;
	}
	const list = document.createElement('ol');
	list.className = 'replies';
	comment.querySelector(':scope > .comment-body').after(list);
	return list;
}

function follow(section, link) {
	if ('reply' in link.dataset) {
		reply(section.querySelector('form.write'), link.dataset);
	} else if ('parentCancel' in link.dataset) {
		reply(section.querySelector('form.write'), null);
	} else if ('deed' in link.dataset) {
		load(section, link, async () => {
			const { page } = await part(link.href);
			const body = replace(link.dataset.deed, page);
			(body?.querySelector('form.deed :is(textarea, select, input, button)') ?? body)?.focus();
		});
	} else if (link.parentElement.matches('[data-more]')) {
		load(section, link, () => more(section, link));
	} else if (link.parentElement.matches('[data-thread]')) {
		load(section, link, () => whole(link));
	} else {
		return false;
	}
	return true;
}

function reply(form, to) {
	if (!form) {
		return;
	}
	form.elements.namedItem('parent').value = to?.reply ?? '';
	form.querySelector('[data-parent-name]').textContent = to?.name ?? '';
	form.querySelector('[data-parent]').hidden = !to;
	form.elements.namedItem('text').focus();
	form.scrollIntoView({ block: 'nearest' });
}

async function load(section, link, work) {
	link.ariaBusy = 'true';
	try {
		await work();
	} catch {
		// then by the address itself
		location.assign(link.href);
	}
	link.ariaBusy = 'false';
}

async function more(section, link) {
	const { page } = await part(link.href);
	const list = section.querySelector('[data-comments]');
	let first;
	for (const item of [...page.querySelectorAll('[data-comments] > .comment')]) {
		const known = document.getElementById(item.id);
		if (!known) {
			list.append(item);
			first ??= item;
		} else if (list.dataset.sort === 'none') {
			// a thread that goes on
			for (const answer of [...item.querySelectorAll('.comment')]) {
				if (!document.getElementById(answer.id)) {
					under(known).append(answer);
					first ??= answer;
				}
			}
		}
	}
	const next = page.querySelector('[data-more]');
	const pager = link.parentElement;
	if (next) {
		pager.replaceWith(next);
	} else {
		pager.remove();
	}
	focus(first);
}

async function whole(link) {
	const { page } = await part(link.href);
	const thread = page.getElementById(`comment-${link.parentElement.dataset.thread}`);
	const known = new Set([...link.closest('.comment').querySelectorAll('.comment')].map((item) => item.id));
	const first = [...thread.querySelectorAll('.comment')].find((item) => !known.has(item.id));
	const next = page.querySelector('[data-more]');
	if (next) {
		next.removeAttribute('data-more');
		thread.append(next);
	}
	link.closest('.comment').replaceWith(thread);
	focus(first);
}

function focus(item) {
	const body = item?.querySelector('.comment-body');
	body?.setAttribute('tabindex', '-1');
	body?.focus();
}

function replace(id, page) {
	const body = commentOf(id)?.querySelector(':scope > .comment-body');
	const item = commentOf(id, page);
	const now = item?.querySelector(':scope > .comment-body');
	if (body && now) {
		commentOf(id).className = item.className;
		now.setAttribute('tabindex', '-1');
		body.replaceWith(now);
	}
	return now;
}

async function send(section, form, button) {
	if (form.ariaBusy === 'true') {
		return;
	}
	form.ariaBusy = 'true';
	try {
		const answer = await part(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, button)) });
		if (form.matches('.write')) {
			posted(section, form, answer);
		} else {
			done(section, form, button, answer.page);
		}
	} catch {
		tell(section, section.dataset.away, true);
	}
	form.ariaBusy = 'false';
}

function posted(section, form, { page, at }) {
	const next = page.querySelector('form.write') ?? page.getElementById('write');
	const refused = next.querySelector('.said-problem');
	form.replaceWith(next);
	if (refused) {
		next.querySelector('textarea')?.focus();
		return;
	}
	store(draftOf(section), '');
	const name = form.elements.namedItem('name')?.value.trim();
	if (name && next.matches('form')) {
		store('rayonka-name', name);
		next.elements.namedItem('name').value = name;
	}
	tell(section, page.querySelector('[data-said]').textContent);
	// it says itself what became of it
	focus(at && insert(section, page, at));
	section.dispatchEvent(new Event('changed'));
}

function done(section, form, button, page) {
	const id = form.dataset.comment;
	const nth = [...form.querySelectorAll('button')].indexOf(button);
	const body = replace(id, page);
	if (!body) {
		commentOf(id)?.remove();
		tell(section, page.querySelector('[data-said]').textContent);
	} else if (form.matches('.votes')) {
		body.querySelectorAll('.votes button')[nth]?.focus();
	} else {
		(body.querySelector('form.deed :is(textarea, select, input)') ?? body).focus();
	}
	section.dispatchEvent(new Event('changed'));
}

function tell(section, words, problem = false) {
	const said = section.querySelector('[data-said="comments"]');
	said.textContent = words;
	said.classList.toggle('said-problem', problem);
	said.hidden = !words;
	if (words) {
		said.scrollIntoView({ block: 'nearest' });
	}
}

function draftOf(section) {
	return `rayonka-draft-${section.dataset.article}`;
}

function drafts(section, draft) {
	const form = section.querySelector('form.write');
	if (form) {
		const text = form.elements.namedItem('text');
		const name = form.elements.namedItem('name');
		text.value ||= stored(draft) ?? '';
		if (name) {
			name.value ||= stored('rayonka-name') ?? '';
		}
	}
	section.addEventListener('input', (event) => {
		if (event.target.matches('form.write [name="text"]')) {
			store(draft, event.target.value);
		}
	});
}

function stored(key) {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

function store(key, value) {
	try {
		if (value) {
			localStorage.setItem(key, value);
		} else {
			localStorage.removeItem(key);
		}
	} catch {
		// it stays in the form
	}
}
