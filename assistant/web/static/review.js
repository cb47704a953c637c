// The list of findings: a quote opens in the source panel, a finding can be accepted.
element.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  const { finding, quote, accept } = button.dataset;
  if (!finding && !accept) return;
  element.querySelectorAll('.active').forEach((old) => old.classList.remove('active'));
  if (finding) button.classList.add('active');
  trigger('select', { finding, quote, accept });
});
