// The draft beside its parent: text edited in place, paragraphs dropped and restored, each told to the server.
const row = (node) => node.closest('article[data-row]');
watch('value', () => {
  if (!document.body.dataset.drafting || !element.querySelector('.draft-sheet')) return;
  delete document.body.dataset.drafting;
  element.scrollIntoView({ behavior: 'smooth', block: 'start' });
});
const before = new WeakMap();
element.addEventListener('focusin', (event) => {
  if (event.target.matches('.t[contenteditable]')) before.set(event.target, event.target.innerText);
});
element.addEventListener('focusout', (event) => {
  const text = event.target;
  if (!text.matches('.t[contenteditable]') || before.get(text) === text.innerText) return;
  row(text).classList.add('edited');
  trigger('select', { row: row(text).dataset.row, text: text.innerText });
});
element.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.export !== undefined) { trigger('select', { export: true }); return; }
  const article = row(button);
  if (button.dataset.use !== undefined) {
    article.querySelector('.t').innerText = button.dataset.use;
    article.classList.add('edited');
    trigger('select', { row: article.dataset.row, text: button.dataset.use });
    button.remove();
  } else if (button.dataset.keep !== undefined) {
    const off = article.classList.toggle('off');
    button.textContent = off ? button.dataset.restore : button.dataset.drop;
    trigger('select', { row: article.dataset.row, keep: !off });
  }
});
