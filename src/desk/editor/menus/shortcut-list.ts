import { shortcuts } from '../keys.ts';
import { button, make } from '../make-element.ts';

const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** "Mod K" is "Ctrl K", and "⌘ K" on a Mac. */
export const keyNames = (keys: string): string => keys.replace('Mod', isMac() ? '⌘' : 'Ctrl');

/** Opens the list of shortcuts. */
export function openShortcuts(after: () => void): void {
  const heading = make('h2', { id: 'shortcut-title' }, 'Shortcuts');
  const rows = shortcuts.map(([keys, does]) =>
    make('div', {}, make('dt', {}, ...keysOf(keys)), make('dd', {}, does)),
  );
  const dialog = make('dialog', {
    class: 'editor-dialog desk-editor',
    'aria-labelledby': heading.id,
  });
  const close = button('Close', {}, () => dialog.close());
  dialog.append(heading, make('dl', { class: 'shortcuts' }, ...rows), close);
  dialog.addEventListener('close', () => {
    dialog.remove();
    after();
  });
  document.body.append(dialog);
  dialog.showModal();
}

const keysOf = (keys: string): (HTMLElement | string)[] =>
  keyNames(keys)
    .split(' ')
    .flatMap((key) => [make('kbd', {}, key), ' ']);
