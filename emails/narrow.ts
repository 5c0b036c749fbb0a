/**
 * HTML as MJML makes it, without what no mail program needs: Gmail cuts a message off at about 100 KB.
 * MJML indents its tables by a third of the whole, repeats in every cell and button what is the rule
 * without it, wraps the words of each cell once more, and speaks to programs that are long gone:
 * Outlook 2003, an early Thunderbird, Internet Explorer.
 */
export function narrow(html: string): string {
  const attributes = attributesUnder(html.slice(0, html.indexOf('<body')));
  return (
    html
      .replace(/\n\s+(?:<\/?tbody>\s+)?/g, '\n')
      .replace(/<!--\[if lte mso 11\]>[\s\S]*?<!\[endif\]-->\n/, '')
      .replace(/<style media="[^"]*">\n\.moz-text-html [^<]*<\/style>\n/, '')
      .replace(/<!--\[if !mso\]><!-->\n<meta http-equiv="X-UA-[^>]*>\n<!--<!\[endif\]-->\n/, '')
      .replace(/(<\/?(?:table|tr|td|div)\b[^>]*>)\n(?=<)/g, '$1')
      // Written late: MJML would put them in the place of the size in numbers.
      .replace(/(<img [^>]*style=")/g, '$1width:100%;height:auto;')
      .replace(/ (?:class|style|target)="[^"]*"/g, attributes)
      .replace(/(<td[^>]*)font-size:0px;?([^>]*>)(?=<(?:div|table)\b)/g, '$1$2')
      .replace(/(<td [^>]*)"><div style="(font:[^"]*">[^]*?)<\/div><\/td>/g, '$1;$2</td>')
      .replace(/ style=";?"|( style=");/g, '$1')
      .trim()
  );
}

/* The same few dozen attributes stand in hundreds of elements, and in every bulletin whose head has the same styles. */
let known: { head: string; attributes: Map<string, string> } | undefined;

/** What becomes of an attribute, under the styles of a head. */
function attributesUnder(head: string): (attribute: string) => string {
  const styled = new Set([...head.matchAll(/\.([a-z][\w-]*)(?=[\s,>{])/g)].map(([, name]) => name));
  const names = [...styled].join(' ');
  if (known?.head !== names) known = { head: names, attributes: new Map() };
  const { attributes } = known;
  return (attribute) => {
    const before = attributes.get(attribute);
    if (before !== undefined) return before;
    const narrowed = narrowAttribute(attribute, styled);
    attributes.set(attribute, narrowed);
    return narrowed;
  };
}

function narrowAttribute(attribute: string, styled: ReadonlySet<string | undefined>): string {
  const at = attribute.indexOf('"');
  const value = attribute.slice(at + 1, -1);
  if (attribute.startsWith(' class')) return classes(value, styled);
  if (attribute.startsWith(' style')) return ` style="${narrowStyle(value)}"`;
  return value === '_blank' ? '' : attribute;
}

/* A class has done its work once its styles stand in the element; "contents" is read by the parity check. */
function classes(names: string, styled: ReadonlySet<string | undefined>): string {
  const kept = names.split(' ').filter((name) => styled.has(name) || name === 'contents');
  return kept.length === 0 ? '' : ` class="${kept.join(' ')}"`;
}

/* That long words may break is said once, on the wrapper; a cell is aligned by an attribute of its own. */
const narrowStyle = (style: string) =>
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
