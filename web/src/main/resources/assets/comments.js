// Comments without leaving the page; what is typed is kept until it is sent.

const lang = document.documentElement.lang || 'ru';

export function comments(article) {
	const form = document.querySelector('form.write');
	if (!form || !article) {
		return;
	}
	const text = form.elements.namedItem('text');
	const name = form.elements.namedItem('name');
	const parent = form.elements.namedItem('parent');
	const said = document.querySelector('[data-said="comments"]');
	const draft = `rayonka-draft-${article}`;
	let key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;

	text.value ||= stored(draft) ?? '';
	text.addEventListener('input', () => store(draft, text.value));
	if (name) {
		name.value ||= stored('rayonka-name') ?? '';
	}
	replies(form, parent, text);

	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		const button = form.querySelector('button[type="submit"]');
		const words = text.value.trim();
		if (!words) {
			say(said, form.dataset.empty, true);
			text.focus();
			return;
		}
		button.disabled = true;
		try {
			const answer = await fetch(`/api/v1/articles/${article}/comments`, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
				body: JSON.stringify({
					text: words,
					...(parent.value && { parentId: parent.value }),
					...(name?.value.trim() && { name: name.value.trim() })
				})
			});
			if (answer.ok) {
				const { id, status } = await answer.json();
				if (status === 'published') {
					add(form, id, words, name?.value.trim(), parent.value);
				}
				say(said, status === 'published' ? form.dataset.published : form.dataset.pending);
				if (name) {
					store('rayonka-name', name.value.trim());
				}
				store(draft, '');
				text.value = '';
				cancel(form, parent);
				key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
			} else {
				say(said, form.dataset[reason(answer.status)], true);
			}
		} catch {
			say(said, form.dataset.away, true);
		}
		button.disabled = false;
	});
}

function reason(status) {
	return { 400: 'refused', 401: 'signIn', 403: 'signIn', 404: 'closed', 409: 'closed', 410: 'closed', 413: 'refused',
		422: 'refused', 429: 'hurry' }[status] ?? 'away';
}

function replies(form, parent, text) {
	document.addEventListener('click', (event) => {
		const link = event.target.closest('[data-reply]');
		if (link) {
			event.preventDefault();
			parent.value = link.dataset.reply;
			form.querySelector('[data-parent-name]').textContent = link.dataset.name;
			form.querySelector('[data-parent]').hidden = false;
			text.focus();
			form.scrollIntoView({ block: 'nearest' });
		} else if (event.target.closest('[data-parent-cancel]')) {
			event.preventDefault();
			cancel(form, parent);
			text.focus();
		}
	});
}

function cancel(form, parent) {
	parent.value = '';
	form.querySelector('[data-parent]').hidden = true;
}

function say(said, words, problem = false) {
	said.textContent = words;
	said.classList.toggle('said-problem', problem);
	said.hidden = false;
	said.scrollIntoView({ block: 'nearest' });
}

function add(form, id, words, name, parent) {
	const list = parent && document.getElementById(`comment-${parent}`) ? under(document.getElementById(`comment-${parent}`))
		: document.querySelector('[data-comments]');
	if (!list) {
		return;
	}
	document.querySelector('[data-none]')?.remove();
	const item = document.createElement('li');
	item.className = 'comment';
	item.id = `comment-${id}`;
	const head = item.appendChild(document.createElement('p'));
	head.className = 'comment-head';
	head.appendChild(document.createElement('b')).textContent = name || form.dataset.anonymous;
	const time = document.createElement('time');
	time.textContent = new Date().toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' });
	head.append(' ', time);
	const body = item.appendChild(document.createElement('p'));
	body.className = 'comment-text';
	body.lang = 'ru';
	body.textContent = words;
	if (parent) {
		list.append(item);
	} else {
		list.prepend(item);
	}
}

function under(comment) {
	const known = comment.querySelector(':scope > .replies');
	if (known) {
		return known;
	}
	const list = comment.appendChild(document.createElement('ol'));
	list.className = 'replies';
	return list;
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
