/** Loads what a frame shows once more, and shows it where it was scrolled to. */
export function loadAgain(frame: HTMLIFrameElement): void {
  const top = frame.contentWindow?.scrollY ?? 0;
  frame.addEventListener('load', () => frame.contentWindow?.scrollTo(0, top), { once: true });
  frame.contentWindow?.location.reload();
}
