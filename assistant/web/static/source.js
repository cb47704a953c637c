// The source panel: the cited words come into view by themselves; the cross or Escape closes it.
const close = () => {
  document.querySelectorAll('#transcript .active').forEach((old) => old.classList.remove('active'));
  trigger('clear');
};
element.addEventListener('click', (event) => {
  if (event.target.closest('[data-close]')) close();
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && element.querySelector('.source.open')) close();
});
watch('value', () => {
  const text = element.querySelector('.source.open .text');
  const marked = element.querySelector('.source mark');
  if (!text || !marked) return;
  const above = marked.getBoundingClientRect().top - text.getBoundingClientRect().top;
  text.scrollTop += above - text.clientHeight / 4;
});
