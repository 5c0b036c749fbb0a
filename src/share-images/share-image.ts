import { unbroken } from '../dates/unbroken.ts';
import { site, tokens } from '../site.ts';
import { asXml, draw, widthOf } from './draw.ts';
import { fitLines } from './fit-lines.ts';
import { shareImageSize } from './size.ts';

const { width, height } = shareImageSize;
const { light } = tokens;
const margin = 72;
const leading = 1.08;
const sizes = [96, 84, 74, 65, 57, 50] as const;

/** The picture of a page for where its address is shared: its title in the dress of the site, as PNG. */
export function shareImage(title: string): Uint8Array {
  const box = { width: width - 2 * margin, height: 310 };
  const { size, lines } = fitLines(keepDates(title), box, sizes, leading, widthOf);
  const titleLines = lines.map((line, index) => {
    const y = Math.round(172 + (index * leading + 0.86) * size);
    return `<text x="${margin}" y="${y}" font-size="${size}" font-weight="800" letter-spacing="${-0.02 * size}">${asXml(line)}</text>`;
  });
  return draw(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${light.paper}"/>
<g fill="${light.ink}" font-family="Atkinson Hyperlegible Next">
<text x="${margin}" y="98" font-size="38" font-weight="800">${title === site.name ? '' : asXml(site.name)}</text>
<rect x="${margin}" y="124" width="${width - 2 * margin}" height="8"/>
${titleLines.join('\n')}
<rect x="${margin}" y="506" width="${width - 2 * margin}" height="2" fill="${light.rule}"/>
<text x="${margin}" y="558" font-size="30" font-weight="800">${asXml(site.organisation.mi)}</text>
<text x="${width - margin}" y="558" font-size="30" font-weight="500" text-anchor="end">${asXml(site.organisation.en)}</text>
</g>
<rect y="${height - 24}" width="${width}" height="24" fill="${light.accent}"/>
</svg>`);
}

/** A date stays on one line. */
const keepDates = (words: string) =>
  words.replaceAll(/\d{1,2} \p{Lu}\p{Ll}+ \d{4}/gu, (date) => unbroken(date));
