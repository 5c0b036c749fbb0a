import { ofDraft } from '../../problems/of-draft.ts';
import type { Problem } from '../../problems/problem.ts';
import { unsubscribePlaceholder, type Bulletin } from '../../schemas/bulletin.ts';
import { composeMessage } from '../messages/compose-message.ts';
import { BadInput } from '../../problems/problem.ts';
import { unsubscribeUrl } from '../messages/unsubscribe-url.ts';

/** Gmail cuts a message off after this many bytes of HTML. */
const mostHtmlBytes = 102_400;

/** A token that is nobody's. */
const sampleToken = 'sample-subscriber-only';

/**
 * What is wrong with a bulletin as it would go out: it is a draft's, there is no way to unsubscribe, a placeholder
 * nobody fills, more HTML than mail programs show, a sender that breaks a header.
 */
export async function faultsToSend(bulletin: Bulletin, siteUrl: string): Promise<Problem[]> {
  const { edition, audience, from, html } = bulletin;
  const file = `bulletins/${edition}/${audience}.json`;
  const problems: Problem[] = bulletin.state === 'draft' ? [{ file, ...ofDraft }] : [];
  try {
    const recipient = { name: '', address: 'subscriber@kura.example', token: sampleToken };
    await composeMessage(bulletin, recipient, { siteUrl, now: new Date(0) });
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    problems.push(...error.problems);
  }
  const sent = html.replaceAll(unsubscribePlaceholder, unsubscribeUrl(siteUrl, sampleToken));
  const bytes = Buffer.byteLength(sent);
  if (bytes > mostHtmlBytes) {
    problems.push({
      file,
      expected: `at most ${mostHtmlBytes} bytes of HTML, after which mail programs cut it off`,
      found: `${bytes}`,
      remedy: 'Shorten the edition, then run `npm run -s panui -- build`.',
    });
  }
  if (/["<>\\,;:@()[\]]/.test(from.name)) {
    problems.push({
      file,
      expected: 'a sender name of plain words',
      found: 'a sign in it that has a meaning in mail headers',
      remedy: 'Correct `sender` in content/site.yaml, then run `npm run -s panui -- build`.',
    });
  }
  return problems;
}
