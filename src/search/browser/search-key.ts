const key = '/';
const setting = 'search-key';

/**
 * Lets the key / lead to the search field from everywhere but another field. People can turn it off
 * (WCAG 2.2, 2.1.4), for speech input and shaky hands press keys that nobody meant.
 */
export function startSearchKey(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isWriting(event.target) || !isSearchKeyOn()) return;
    const field = document.querySelector<HTMLInputElement>('[data-search-field]');
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

/** Wires the box on the search page that turns the key off, on this device and for this site. */
export function offerSearchKey(box: HTMLInputElement): void {
  box.checked = isSearchKeyOn();
  box.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden');
  box.addEventListener('change', () => {
    try {
      if (box.checked) localStorage.removeItem(setting);
      else localStorage.setItem(setting, 'off');
    } catch {
      // Without storage the choice cannot be kept: the box says what holds.
      box.checked = true;
    }
  });
}

function isSearchKeyOn(): boolean {
  try {
    return localStorage.getItem(setting) !== 'off';
  } catch {
    return true;
  }
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:input|select|textarea)$/i.test(target.tagName));
