// The drafting form and the panel beside it: values are gathered from the form and sent with each action.
const form = () => document.querySelector('.draft-form');
const side = () => document.querySelector('.draft-side');
const values = () => {
  const found = {};
  form().querySelectorAll('[name]').forEach((field) => { found[field.name] = field.value; });
  found.divisions = [...form().querySelectorAll('.divisions .division')].map((row) => ({
    name: row.querySelector('[data-division=name]').value,
    duties: row.querySelector('[data-division=duties]').value,
  }));
  const model = side() && side().querySelector('[name=lm]');
  found.lm = model ? model.checked : null;
  return found;
};
// What was typed is told a moment later, so that a button pressed next is not answered before it. The timer is
// the window's: form and panel run this script each for itself.
const send = (action, more) => {
  clearTimeout(window.draftKeep);
  trigger('select', { action, values: values(), ...more });
};
const keep = () => {
  clearTimeout(window.draftKeep);
  window.draftKeep = setTimeout(() => send('keep'), 200);
};
const grow = (area) => { area.style.height = 'auto'; area.style.height = `${area.scrollHeight + 2}px`; };
const list = () => {
  const names = element.querySelector('#draft-division-names');
  if (!names) return;
  names.replaceChildren(...[...form().querySelectorAll('[data-division=name]')].filter((field) => field.value).map((field) => {
    const option = document.createElement('option');
    option.value = field.value;
    return option;
  }));
};
const settle = () => { element.querySelectorAll('.division textarea').forEach(grow); list(); };
element.addEventListener('input', (event) => { if (event.target.matches('.division textarea')) grow(event.target); });
element.addEventListener('change', (event) => {
  const field = event.target;
  if (field.dataset.act === 'import') {
    if (field.files[0]) field.files[0].text().then((text) => send('import', { text }));
  } else if (field.name === 'kept') {
    send('choose', { chosen: field.value });
  } else {
    list();
    keep();
  }
});
element.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-act]');
  if (!button) return;
  const { act } = button.dataset;
  if (act === 'add-division') {
    const row = element.querySelector('template').content.firstElementChild.cloneNode(true);
    element.querySelector('.divisions').append(row);
    row.querySelector('input').focus();
  } else if (act === 'remove-division') {
    button.closest('.division').remove();
    list();
    keep();
  } else if (act === 'yaml') {
    const text = side().querySelector('[data-yaml]').value;
    if (!text) { send('keep', { told: true }); return; }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }));
    link.download = 'ho-so-don-vi.yaml';
    link.click();
    URL.revokeObjectURL(link.href);
  } else {
    // The sheet comes into view when it is there (draft_sheet.js).
    if (act === 'draft') document.body.dataset.drafting = 'yes';
    send(act);
  }
});
watch('value', settle);
settle();
