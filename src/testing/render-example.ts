import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import mjml2html from 'mjml';
import EmailDocument from '../../emails/Document.astro';
import { email } from '../../emails/blocks/index.ts';
import { mjmlTags } from '../../emails/mjml-tags.ts';
import { textOf } from '../../emails/text/flow.ts';
import { wrapped } from '../../emails/text/layout.ts';
import type { Context } from '../rendering/context.ts';
import { examples, type Example } from '../blocks/examples.ts';
import { parseBody } from '../document/parse-body.ts';
import type { Flow } from '../document/tree.ts';
import { variantFor } from '../document/variant.ts';
import WebDocument from '../components/Document.astro';
import { web as webSet } from '../components/blocks/index.ts';
import type { Content } from '../content/content.ts';

export const origin = 'https://news.ministry.example';
export const pageUrl = `${origin}/newsletters/2026-05-08/providers/`;

/** Every example of the contract with the name of its block. */
export const allExamples = Object.entries(examples).flatMap(([block, list]) =>
  list.map((example) => ({ block, ...example })),
);

/** The tree of an example. */
export const parseExample = ({ mdx, within }: Example): Flow[] =>
  parseBody(mdx, within ?? 'newsletters', (_, { found }) => {
    throw new Error(found);
  });

/** The three renderings of a text for providers. */
export async function renderThrice(nodes: readonly Flow[], content: Content) {
  const container = await AstroContainer.create();
  const shared = { content, audience: 'providers', level: 2, asAt: '2026-05-08' } as const;
  const context: Context = { ...shared, pageUrl };
  const cut = (channel: 'web' | 'email') => variantFor(nodes, { audience: 'providers', channel });
  const web = await container.renderToString(WebDocument, {
    props: {
      nodes,
      components: webSet,
      context: { ...shared, pageUrl: '/newsletters/2026-05-08/providers/' },
    },
  });
  const column = await container.renderToString(EmailDocument, {
    props: { nodes, components: email, context },
  });
  const mjml = `<mjml><mj-body><mj-section><mj-column>${mjmlTags(column)}</mj-column></mj-section></mj-body></mjml>`;
  const { html } = await mjml2html(mjml, { validationLevel: 'strict' });
  return {
    web,
    html,
    text: wrapped(textOf(cut('email'), context)),
    /** What the web's variant says, in plain text. */
    webText: wrapped(textOf(cut('web'), context)),
  };
}
