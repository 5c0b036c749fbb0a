/**
 * A bulletin with its whole message in a main landmark, to which screen readers jump; MJML makes an article of
 * it and no landmark. A `div` with the role, for mail programs that drop elements they do not know.
 * @throws where MJML printed no article within the body
 */
export function inMainLandmark(html: string): string {
  const start = html.search(/<div [^>]*role="article"/);
  const end = html.lastIndexOf('</body>');
  if (start < 0 || end < start) throw new Error('MJML printed no article to put in a landmark.');
  return `${html.slice(0, start)}<div role="main">${html.slice(start, end)}</div>${html.slice(end)}`;
}
