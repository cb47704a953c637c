// Buttons in the list of plans, and files dropped on the upload button.
element.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  const { remove, confirm } = button.dataset;
  trigger('select', { remove, confirm });
});
const drop = document.querySelector('#upload');
if (drop) {
  const input = document.querySelector('#upload input[type=file]') || drop.parentElement.querySelector('input[type=file]');
  drop.addEventListener('dragover', (event) => { event.preventDefault(); drop.classList.add('over'); });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    if (!input) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}
