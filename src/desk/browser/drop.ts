/* A file that is dropped on the form, or a page that is pasted there with its looks; without this script, the file is chosen. */

const form = document.querySelector<HTMLFormElement>('#written-elsewhere');
const field = form?.querySelector<HTMLInputElement>('input[type=file]');

function hand(files: FileList): void {
  if (!form || !field || files.length === 0) return;
  field.files = files;
  form.requestSubmit();
}

form?.addEventListener('dragover', (event) => {
  event.preventDefault();
  form.classList.add('over');
});
form?.addEventListener('dragleave', () => form.classList.remove('over'));
form?.addEventListener('drop', (event) => {
  event.preventDefault();
  form.classList.remove('over');
  if (event.dataTransfer) hand(event.dataTransfer.files);
});
form?.addEventListener('paste', (event) => {
  const page = event.clipboardData?.getData('text/html') ?? '';
  if (page === '') return;
  event.preventDefault();
  const files = new DataTransfer();
  files.items.add(new File([page], 'pasted.html', { type: 'text/html' }));
  hand(files.files);
});

export {};
