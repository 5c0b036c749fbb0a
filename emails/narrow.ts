/**
 * HTML as MJML makes it, without what no mail program needs: Gmail cuts a message off at about 100 KB.
 * MJML indents its tables by a third of the whole, repeats in every cell and button what is the rule
 * without it, wraps the words of each cell once more, and speaks to programs that are long gone:
 * Outlook 2003, an early Thunderbird, Internet Explorer.
 */
export function narrow(html: string): string {
  const head = html.slice(0, html.indexOf('<body'));
  const styled = new Set([...head.matchAll(/\.([a-z][\w-]*)(?=[\s,>{])/g)].map(([, name]) => name));
  return (
    html
      .replace(/\n\s+(?:<\/?tbody>\s+)?/g, '\n')
      .replace(/<!--\[if lte mso 11\]>[\s\S]*?<!\[endif\]-->\n/, '')
      .replace(/<style media="[^"]*">\n\.moz-text-html [^<]*<\/style>\n/, '')
      .replace(/<!--\[if !mso\]><!-->\n<meta http-equiv="X-UA-[^>]*>\n<!--<!\[endif\]-->\n/, '')
      .replace(/(?<=<\/?(?:table|tr|td|div)\b[^>]*>)\n(?=<)/g, '')
      .replaceAll(' target="_blank"', '')
      .replace(/ class="([^"]*)"/g, (_, names) => classes(names, styled))
      // Written late: MJML would put them in the place of the size in numbers.
      .replace(/(<img [^>]*style=")/g, '$1width:100%;height:auto;')
      .replace(/style="([^"]*)"/g, (_, style: string) => `style="${narrowStyle(style)}"`)
      .replace(/<td[^>]*>(?=<(?:div|table)\b)/g, (cell) => cell.replace(/font-size:0px;?/, ''))
      .replace(/(<td [^>]*)"><div style="(font:[^"]*">[^]*?)<\/div><\/td>/g, '$1;$2</td>')
      .replaceAll('style=";', 'style="')
      .replaceAll(' style=""', '')
      .trim()
  );
}

/* A class has done its work once its styles stand in the element; "contents" is read by the parity check. */
function classes(names: string, styled: ReadonlySet<string | undefined>): string {
  const kept = names.split(' ').filter((name) => styled.has(name) || name === 'contents');
  return kept.length === 0 ? '' : ` class="${kept.join(' ')}"`;
}

/* The same few dozen styles stand in hundreds of elements, and in every bulletin. */
const narrowed = new Map<string, string>();

function narrowStyle(style: string): string {
  const known = narrowed.get(style) ?? narrowOne(style);
  narrowed.set(style, known);
  return known;
}

/* That long words may break is said once, on the wrapper; a cell is aligned by an attribute of its own. */
const narrowOne = (style: string) =>
  style
    .replace(/([;:,]) +/g, '$1')
    .replace('word-break:break-word;', '')
    .replace('word-spacing:normal;', 'word-break:break-word;')
    .replace('text-transform:none;', '')
    .replace('cursor:auto;', '')
    .replace(/background:(#\w+);background-color:\1/, 'background-color:$1')
    .replace(/font-family:([^;]+);font-size:(\w+);line-height:([\d.]+)/, 'font:$2/$3 $1')
    .replace(/(?<=sans-serif;)text-align:left;/, '')
    .replace(/;$/, '');
