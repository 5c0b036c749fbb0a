import type { Plugin } from 'vite';
import { type Palette, tokens } from '../publication/site.ts';

const name = 'virtual:tokens.css';

/**
 * Serves the design tokens of `src/publication/site.ts` as CSS custom properties, so that web and email share one set.
 * @param origin where the site stands: links within it are printed with it
 */
export function tokensCss(origin: string): Plugin {
  return {
    name: 'panui-tokens',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? asCss(origin) : undefined),
  };
}

function asCss(origin: string): string {
  const properties = (palette: Palette) =>
    Object.entries(palette)
      .map(
        ([role, colour]) =>
          `--${role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${colour};`,
      )
      .join('');
  return `:root{color-scheme:light dark;${properties(tokens.light)}}
@media (prefers-color-scheme:dark){:root{${properties(tokens.dark)}}}
@media print{:root{${properties({ ...tokens.light, paper: '#fff', ink: '#000', muted: '#000', link: '#000', tint: '#fff', accent: '#000', rule: '#767676' })}--origin:"${origin}";}}`;
}
