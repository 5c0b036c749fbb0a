/**
 * HTML as it may be read anywhere: each link that leads into the site gets its origin, each link
 * within the page its address.
 * @param html what our own components rendered: attributes stand in double quotes
 * @param page the absolute address of the page that the HTML is the text of
 */
export function absoluteLinks(html: string, page: string): string {
  const { origin } = new URL(page);
  return html
    .replaceAll(/(\s(?:href|src)=")\/(?!\/)/g, `$1${origin}/`)
    .replaceAll(/(\shref=")#/g, `$1${page}#`);
}
