import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Program } from './measure-program.ts';
import { writeFiles } from './sample-site.ts';

/** Another generator of sites, made ready to build the same pages. */
export interface OtherGenerator {
  name: string;
  /** Fills a fresh folder and installs what it needs, which is not measured. Gives what to run, or why it cannot. */
  prepare: (folder: string, pages: ReadonlyMap<string, string>) => Promise<Program[] | string>;
}

const pagefind = fileURLToPath(
  new URL('../../node_modules/pagefind/lib/runner/bin.cjs', import.meta.url),
);

/** Each as its own documentation begins a site, with the versions that were newest when this was written. */
export const otherGenerators: readonly OtherGenerator[] = [
  {
    name: 'Starlight',
    prepare: async (folder, pages) => {
      await writeFiles(folder, new Map([...starlight, ...under('src/content/docs', pages)]));
      install(folder, ['astro@7.3.4', '@astrojs/starlight@0.42.4', '@astrojs/markdown-remark@7']);
      const program = join(folder, 'node_modules/astro/bin/astro.mjs');
      return [{ words: [program, 'build'], cwd: folder }];
    },
  },
  {
    name: 'Eleventy + Pagefind',
    prepare: async (folder, pages) => {
      await writeFiles(folder, new Map([...eleventy, ...under('docs', pages)]));
      install(folder, ['@11ty/eleventy@3.1.8']);
      const program = join(folder, 'node_modules/@11ty/eleventy/cmd.cjs');
      return [
        { words: [program, '--input=docs', '--output=out', '--quiet'], cwd: folder },
        { words: [pagefind, '--site', 'out', '--silent'], cwd: folder },
      ];
    },
  },
  {
    name: 'Hugo + Pagefind',
    prepare: async (folder, pages) => {
      const path = process.env['HUGO_PATH'] ?? 'hugo';
      if (spawnSync(path, ['version']).status !== 0) {
        return 'no hugo on the PATH; set HUGO_PATH to where it is';
      }
      await writeFiles(folder, new Map([...hugo, ...under('content', pages)]));
      return [
        { path, words: ['--destination', 'out', '--quiet'], cwd: folder },
        { words: [pagefind, '--site', 'out', '--silent'], cwd: folder },
      ];
    },
  },
];

const under = (folder: string, pages: ReadonlyMap<string, string>) =>
  [...pages].map(([path, text]) => [`${folder}/${path}`, text] as const);

/** @throws with what npm says where a package cannot be installed */
function install(folder: string, packages: readonly string[]): void {
  // One line for a shell: on Windows npm is a script, which nothing else runs.
  const line = `npm install --no-audit --no-fund --save-exact ${packages.join(' ')}`;
  const { status, stderr } = spawnSync(line, { cwd: folder, shell: true });
  if (status !== 0) throw new Error(`${line} failed.\n${String(stderr)}`);
}

const layout = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>\n`;

const starlight = [
  ['package.json', '{ "private": true, "type": "module" }\n'],
  [
    'astro.config.mjs',
    "import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\nexport default defineConfig({ integrations: [starlight({ title: 'Pages' })] });\n",
  ],
  [
    'src/content.config.ts',
    "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
  ],
] as const;

const eleventy = [
  ['package.json', '{ "private": true, "type": "module" }\n'],
  ['docs/docs.json', '{ "layout": "page.njk" }\n'],
  ['docs/_includes/page.njk', layout('{{ title }}', '{{ content | safe }}')],
] as const;

const hugo = [
  ['hugo.toml', 'baseURL = "http://localhost/"\ntitle = "Pages"\n'],
  ['layouts/_default/single.html', layout('{{ .Title }}', '{{ .Content }}')],
  [
    'layouts/_default/list.html',
    layout(
      '{{ .Title }}',
      '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>',
    ),
  ],
] as const;
