// The clipboard of browsers is for secure pages only; in an office network the page is plain http.
const copyText = (text, button) => {
  const label = button.innerText;
  const done = () => {
    button.innerText = button.dataset.copy;
    setTimeout(() => { button.innerText = label; }, 1500);
  };
  if (navigator.clipboard) {
    navigator.clipboard.writeText(text).then(done);
    return;
  }
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
  done();
};
// Clicks inside the conversation: a citation opens its source, an example is asked.
element.addEventListener('click', (event) => {
  const cite = event.target.closest('[data-cite]');
  if (cite) {
    const answer = cite.closest('[data-citations]');
    const number = Number(cite.dataset.cite);
    document.querySelectorAll('#transcript .active').forEach((old) => old.classList.remove('active'));
    answer.querySelectorAll('[data-cite]').forEach((other) => {
      const first = Number(other.dataset.cite);
      if (first <= number && number <= Number(other.dataset.last || first)) other.classList.add('active');
    });
    trigger('select', { number, citation: JSON.parse(answer.dataset.citations)[number - 1] });
    return;
  }
  const copy = event.target.closest('[data-copy]');
  if (copy) {
    const answer = copy.closest('.answer');
    const lines = [answer.querySelector('.body').innerText.trim()];
    answer.querySelectorAll('.chip').forEach((chip) => lines.push(
      `[${chip.querySelector('.n').innerText}] ${chip.querySelector('.w').innerText}, ${chip.querySelector('.p').innerText}`));
    copyText(lines.join('\n'), copy);
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
