/*
 * The page on which a document is previewed follows what is typed in any window: its frames are loaded again, where they
 * were scrolled to.
 */

import { loadAgain } from './load-again.ts';

const shown = document.querySelector<HTMLElement>('#preview');
const path = shown?.dataset['path'] ?? '';
const typing = new BroadcastChannel(`panui:${path}`);
let busy = false;
let again = false;

async function follow(): Promise<void> {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  const response = await fetch(`/desk/preview/read/${path}`, { method: 'POST' }).catch(
    () => undefined,
  );
  const unread = document.querySelector('#unread');
  if (response?.ok && unread) {
    const parsed = new DOMParser().parseFromString(await response.text(), 'text/html');
    unread.replaceChildren(...parsed.body.childNodes);
    shown?.querySelectorAll('iframe').forEach(loadAgain);
  }
  busy = false;
  if (again) {
    again = false;
    void follow();
  }
}

typing.addEventListener('message', () => void follow());
