/* How far a build is, each second; without this script a link says it. */

const progress = () => document.querySelector<HTMLElement>('#progress');

async function follow(): Promise<void> {
  const response = await fetch('/desk/publish/').catch(() => undefined);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const [now, before] = [page.querySelector<HTMLElement>('#progress'), progress()];
  if (!now || !before) return;
  if (now.dataset['building'] === undefined) {
    clearInterval(watching);
    document
      .querySelector('main')
      ?.replaceChildren(...(page.querySelector('main')?.childNodes ?? []));
  } else before.replaceChildren(...now.childNodes);
}

const watching = setInterval(() => {
  if (progress()?.dataset['building'] === undefined) clearInterval(watching);
  else void follow();
}, 1000);

export {};
