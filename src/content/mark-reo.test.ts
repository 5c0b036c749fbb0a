import { describe, expect, it } from 'vitest';
import { markReo } from './mark-reo.ts';

const phrases = ['Kia ora', 'Kia ora koutou', 'Ngā mihi', 'Te Tāhuhu o te Mātauranga'];
const marked = (html: string) => markReo(html, phrases);

describe('marking te reo Māori in HTML', () => {
  it.each([
    ['<p>Kia ora, all.</p>', '<p><span lang="mi">Kia ora</span>, all.</p>'],
    ['<h2>KIA ORA koutou</h2>', '<h2><span lang="mi">KIA ORA koutou</span></h2>'],
    [
      '<dd>Te Tāhuhu o\n te Mātauranga.</dd>',
      '<dd><span lang="mi">Te Tāhuhu o\n te Mātauranga</span>.</dd>',
    ],
    ['<a title="a > b">Ngā mihi</a>', '<a title="a > b"><span lang="mi">Ngā mihi</span></a>'],
    [
      '<a title="Kia ora">Kia ora</a><p lang="mi" class="day">Ngā mihi</p>',
      '<a title="Kia ora"><span lang="mi">Kia ora</span></a><p lang="mi" class="day">Ngā mihi</p>',
    ],
    ['<p>1 < 2, Ngā mihi</p>', '<p>1 < 2, <span lang="mi">Ngā mihi</span></p>'],
    ['<p>One<br>Ngā mihi</p>', '<p>One<br><span lang="mi">Ngā mihi</span></p>'],
    [
      '<p lang="mi">Kia ora <i lang="en">or Kia ora</i></p>',
      '<p lang="mi">Kia ora <i lang="en">or <span lang="mi">Kia ora</span></i></p>',
    ],
  ])('turns %s into %s', (before, after) => {
    expect(marked(before)).toBe(after);
    expect(marked(after)).toBe(after);
  });

  it.each([
    '<head><title>Kia ora</title></head>',
    '<p title="Kia ora" aria-label=\'Kia ora\'>Words</p>',
    '<p lang="mi">Kia ora <b>koutou, kia ora</b></p>',
    '<pre><code>Kia ora</code></pre>',
    '<script>Kia ora</script>',
    '<select><option>Kia ora</option></select>',
    '<!-- Kia ora -->',
    '<p>Kia orate, Ngākia ora, Ngā  <b>mihi</b></p>',
  ])('leaves %s as it is', (html) => {
    expect(marked(html)).toBe(html);
  });

  it('leaves everything as it is where no phrase is listed', () => {
    expect(markReo('<p>Kia ora</p>', [])).toBe('<p>Kia ora</p>');
  });
});
