// The counter of Yandex Metrika; a page has this file only for a reader who has agreed to it.
const counter = Number(document.querySelector('script[data-counter]').dataset.counter);

window.ym ??= (...call) => (window.ym.a ??= []).push(call);
window.ym.l = Date.now();
const tag = document.createElement('script');
tag.async = true;
tag.src = 'https://mc.yandex.ru/metrika/tag.js';
document.head.append(tag);
window.ym(counter, 'init', { accurateTrackBounce: true, trackLinks: true, clickmap: false, webvisor: false });
