import type { Plugin } from 'vite';
import type { Palette, Publication } from '../publication/site.ts';

const name = 'virtual:tokens.css';

/**
 * Serves the colours of `content/site.yaml` as CSS custom properties, so that web and email share one set.
 * @param origin where the site stands: links within it are printed with it
 * @param readSite reads the publication, and says from which file
 */
export function tokensCss(
  origin: string,
  readSite: () => { publication: Publication; file: string },
): Plugin {
  return {
    name: 'panui-tokens',
    resolveId: {
      filter: { id: /^virtual:tokens\.css$/ },
      handler: (id) => `\0${id}`,
    },
    load(id) {
      if (id !== `\0${name}`) return undefined;
      const { publication, file } = readSite();
      this.addWatchFile(file);
      return asCss(publication, origin);
    },
  };
}

/** The colours of a publication as CSS custom properties, for light, dark and print. */
export function asCss({ colours }: Publication, origin: string): string {
  const properties = (palette: Palette) =>
    Object.entries(palette)
      .map(
        ([role, colour]) =>
          `--${role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${colour};`,
      )
      .join('');
  return `:root{color-scheme:light dark;${properties(colours.light)}}
@media (prefers-color-scheme:dark){:root{${properties(colours.dark)}}}
@media print{:root{${properties({ ...colours.light, paper: '#fff', ink: '#000', muted: '#000', link: '#000', tint: '#fff', accent: '#000', rule: '#767676' })}--origin:"${origin}";}}`;
}
