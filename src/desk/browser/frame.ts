/* On every page of the desk: the key / leads to the search, as it does on the site. */

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (
    event.target instanceof Element &&
    event.target.closest('input, textarea, select, [contenteditable]')
  )
    return;
  const field = document.querySelector<HTMLInputElement>('#question');
  event.preventDefault();
  if (field) field.focus();
  else location.assign('/desk/#question');
});

if (location.hash === '#question') document.querySelector<HTMLInputElement>('#question')?.focus();

export {};
