/* How far something is that goes on by itself; without this script a link says it. */

const progress = (page: ParentNode = document) => page.querySelector<HTMLElement>('#progress');

/** How often it is asked, in milliseconds; undefined where nothing goes on. */
const every = () => Number(progress()?.dataset['every']) || undefined;

async function follow(): Promise<void> {
  const response = await fetch(location.pathname).catch(() => undefined);
  if (response?.ok) {
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const [now, before] = [progress(page), progress()];
    if (now?.dataset['every'] === undefined || before === null) {
      const main = page.querySelector('main');
      document.querySelector('main')?.replaceChildren(...(main?.childNodes ?? []));
      return;
    }
    before.replaceChildren(...now.childNodes);
  }
  wait();
}

function wait(): void {
  const milliseconds = every();
  if (milliseconds !== undefined) setTimeout(() => void follow(), milliseconds);
}

wait();

export {};
