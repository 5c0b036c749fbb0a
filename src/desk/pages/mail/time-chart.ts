import { html } from 'hono/html';
import type { FiguresByTime, Stretch, Timed } from '../../../delivery/figures/figures-by-time.ts';
import { timed } from '../../../delivery/figures/figures-by-time.ts';
import type { Markup } from '../desk-page.ts';
import { when } from '../when.ts';

const words: Readonly<Record<Timed, string>> = {
  accepted: 'Accepted',
  delivered: 'Delivered',
  bounced: 'Bounced',
  complained: 'Complained',
  unsubscribed: 'Unsubscribed',
};

/** What happened when: a row of bars for each thing that happened, and the same as a table. */
export function timeChart({ minutes, stretches }: FiguresByTime, now: Date): Markup {
  const shown = timed.filter((key) => stretches.some((one) => one[key] > 0));
  const [first, last] = [stretches[0], stretches.at(-1)];
  return html`<section aria-labelledby="times">
    <h2 id="times">When</h2>
    ${shown.map((key) => bars(key, stretches))}
    <p class="fine">
      Each bar is ${lengthOf(minutes)}: the first begins ${first ? when(first.start, now) : ''}, the
      last ${last ? when(last.start, now) : ''}.
    </p>
    <details>
      <summary>The same as a table</summary>
      <div class="scrolls" role="region" aria-label="When, as a table" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">From</th>
              ${shown.map((key) => html`<th scope="col" class="number">${words[key]}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${stretches.map(
              (one) =>
                html`<tr>
                  <th scope="row">${when(one.start, now)}</th>
                  ${shown.map((key) => html`<td class="number">${one[key]}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </section>`;
}

const [width, height] = [720, 64];

/** Its words stand beside it as text: those in a picture shrink with it. */
function bars(key: Timed, stretches: readonly Stretch[]): Markup {
  const highest = Math.max(...stretches.map((one) => one[key]));
  const sum = stretches.reduce((all, one) => all + one[key], 0);
  const step = width / stretches.length;
  return html`<figure class="bars">
    <figcaption>
      <strong>${words[key]}</strong> ${sum}<span class="fine">, at most ${highest} in a bar</span>
    </figcaption>
    <svg
      viewBox="0 0 ${width} ${height}"
      preserveAspectRatio="none"
      role="img"
      aria-label="${words[key]} over time: ${sum} in all, at most ${highest} in a bar. The table below has each."
    >
      ${stretches.map((one, at) => {
        const tall = (one[key] / highest) * height;
        // What is there is seen, however little it is.
        const seen = one[key] === 0 ? 0 : Math.max(2, tall);
        return html`<rect
          x="${(at * step + 1).toFixed(1)}"
          y="${(height - seen).toFixed(1)}"
          width="${Math.max(1, step - 2).toFixed(1)}"
          height="${seen.toFixed(1)}"
        ></rect>`;
      })}
    </svg>
  </figure>`;
}

function lengthOf(minutes: number): string {
  if (minutes < 60) return minutes === 1 ? 'a minute' : `${minutes} minutes`;
  if (minutes < 1440) return minutes === 60 ? 'an hour' : `${minutes / 60} hours`;
  return minutes === 1440 ? 'a day' : `${minutes / 1440} days`;
}
