import type { DocumentContent } from '../src/rendering/components.ts';
import { outlineOf, toDo } from '../src/document/outline.ts';
import type { Flow } from '../src/document/tree.ts';
import { variantFor } from '../src/document/variant.ts';
import { renderComponent } from '../src/rendering/render-component.ts';
import type { Content } from '../src/content/content.ts';
import { markReo } from '../src/content/mark-reo.ts';
import { digestOf, leadOf } from '../src/content/views/digest.ts';
import type { Mailing } from '../src/content/views/mailings.ts';
import { paths } from '../src/content/paths.ts';
import { type Bulletin, hashBulletin, unsubscribePlaceholder } from '../src/schemas/bulletin.ts';
import { type Audience, audienceById, publication } from '../src/publication/site.ts';
import BulletinTemplate from './Bulletin.astro';
import type { Frame } from './frame.ts';
import { joinTexts } from './join-texts.ts';
import { mjmlTags } from './mjml-tags.ts';
import { inMainLandmark } from './main-landmark.ts';
import { narrow } from './narrow.ts';
import { plainText } from './plain-text.ts';
import { categoryStyles, type Colours, picturesStyles, tableStyles } from './styles.ts';

export interface Rendered {
  bulletin: Bulletin;
  /** The MJML that the HTML part was made from. */
  mjml: string;
}

/**
 * Renders one edition, or one correction, as an email for one audience.
 * @param Content its compiled text
 * @param origin the site's origin: every link in a bulletin is absolute
 * @throws when MJML, in strict mode, has any complaint
 */
export async function renderBulletin(
  mailing: Mailing,
  Content: DocumentContent,
  audience: Audience,
  content: Content,
  origin: string,
): Promise<Rendered> {
  const { id, kind, title, date } = mailing;
  const chosen = mailing.bulletins[audience];
  if (!chosen) throw new Error(`${id} has no bulletin for ${audience}.`);
  const { form, ...envelope } = chosen;
  const isDigest = form === 'digest';
  const { contact, sender } = publication();
  const { why, listId } = audienceById(audience);
  const absolute = (path: string) => new URL(path, origin).href;
  const webUrl = absolute(mailing.page(audience));
  const whole = (body: readonly Flow[]) => mailing.whole(body, audience);
  const frame: Frame = {
    kind,
    title,
    date,
    ...envelope,
    isDraft: content.drafts.has(mailing.file),
    why,
    Content,
    whole: isDigest ? (body) => leadOf(whole(body)) : whole,
    digest: isDigest ? digestOf(mailing, audience) : undefined,
    body: variantFor(whole(mailing.body), { audience, channel: 'email' }),
    context: { content, audience, level: 2, asAt: date, edition: 'bulletin', pageUrl: webUrl },
    links: {
      unsubscribe: unsubscribePlaceholder,
      contact: absolute(paths.contact(contact)),
      privacy: absolute(paths.privacy),
      copyright: absolute(paths.copyright),
    },
  };
  const printed = joinTexts(mjmlTags(await renderComponent(BulletinTemplate, { frame })));
  const mjml = withStyles(printed, [
    printed.includes('<table class="grid"') && tableStyles,
    printed.includes('<table class="pictures"') && picturesStyles,
    printed.includes('mj-class="category"') && categoryStyles,
  ]);
  const words = {
    edition: id,
    audience,
    title,
    ...envelope,
    from: { name: sender.name, address: sender.address },
    listId,
    webUrl,
    legal: outlineOf(frame.body)
      .filter(({ legal }) => legal === 'yes')
      .map((item) => item.title),
    html: await toHtml(mjml, content.kupu.phrases),
    text: plainText(frame),
  };
  const state = frame.isDraft && ({ state: 'draft' } as const);
  const asks = kind === 'edition' &&
    toDo(outlineOf(frame.body)).length === 0 && { asks: false as const };
  return { bulletin: { ...words, hash: hashBulletin(words), ...state, ...asks }, mjml };
}

type Styles = (colours: Colours) => string;

/* Bytes that are not in a message without a table or a category. */
const withStyles = (mjml: string, styles: readonly (Styles | false)[]) => {
  const used = styles.flatMap((style) =>
    style ? [`<mj-style>${style(publication().colours)}</mj-style>`] : [],
  );
  return mjml.replace('</mj-head>', () => `${used.join('')}</mj-head>`);
};

let loading: Promise<typeof import('mjml')> | undefined;

/** Strict MJML to HTML in ASCII: some mail programs cut or garble a message with anything else in it. */
async function toHtml(mjml: string, phrases: readonly string[]): Promise<string> {
  // A third of a second to load, which a site without bulletins does not need.
  loading ??= import('mjml').then((mjml) => mjml.default);
  const mjml2html = await loading;
  const { html } = await mjml2html(mjml, { validationLevel: 'strict', keepComments: false });
  // Characters of one byte are half as much to go through.
  const ascii = markReo(html, phrases).replace(/[^\t\n -~]+/g, inEntities);
  return `${inMainLandmark(narrow(ascii))}\n`;
}

const inEntities = (characters: string) =>
  Array.from(characters, (character) => `&#${character.codePointAt(0)};`).join('');
