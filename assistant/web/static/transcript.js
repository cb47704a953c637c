// Clicks inside the conversation: a citation opens its source, an example is asked.
element.addEventListener('click', (event) => {
  const cite = event.target.closest('[data-cite]');
  if (cite) {
    const answer = cite.closest('[data-citations]');
    const number = Number(cite.dataset.cite);
    document.querySelectorAll('#transcript .active').forEach((old) => old.classList.remove('active'));
    answer.querySelectorAll(`[data-cite="${number}"]`).forEach((same) => same.classList.add('active'));
    trigger('select', { number, citation: JSON.parse(answer.dataset.citations)[number - 1] });
    return;
  }
  const example = event.target.closest('[data-ask]');
  if (example) trigger('submit', { question: example.dataset.ask });
});
// A new question moves to the top of the view, so that its answer is read from its beginning; it stays
// there while the answer grows, until the reader scrolls.
const view = element.closest('#transcript') || element;
let asked = element.querySelectorAll('.exchange').length;
let following = false;
['wheel', 'touchmove', 'keydown', 'pointerdown'].forEach((name) =>
  view.addEventListener(name, () => { following = false; }, { passive: true }));
watch('value', () => {
  const exchanges = element.querySelectorAll('.exchange');
  if (exchanges.length > asked) following = true;
  asked = exchanges.length;
  if (following && asked) exchanges[asked - 1].scrollIntoView({ block: 'start' });
});
