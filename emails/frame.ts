import type { DocumentContent } from '../src/rendering/components.ts';
import type { Context } from '../src/rendering/context.ts';
import type { Flow } from '../src/document/tree.ts';
import { publication } from '../src/publication/site.ts';
import type { Digest } from '../src/content/views/digest.ts';
import type { Mailing } from '../src/content/views/mailings.ts';

/** What the bulletin of a draft says at its top, after "Draft.". */
export const aboutDraft =
  'Nobody gets this. It cannot be approved or sent while its file says “state: draft”.';

/** Everything both parts of a bulletin say. */
export interface Frame {
  /** An edition begins with what there is to do and what is in it; a correction is short. */
  kind: Mailing['kind'];
  title: string;
  subject: string;
  preheader: string;
  /** The date of the edition or correction, YYYY-MM-DD. */
  date: string;
  /** Whether its document is a draft, which only its author sees. */
  isDraft?: boolean;
  /** Why the reader gets it. */
  why: string;
  /** The compiled text of its author, and what is said around it. */
  Content: DocumentContent;
  /** All of it, or of a digest how it opens. */
  whole: (body: readonly Flow[]) => readonly Flow[];
  /** What this audience gets of both, and nothing of another's. */
  body: Flow[];
  /** What a digest holds of it, in the place of all. */
  digest?: Digest | undefined;
  context: Context;
  /** Absolute addresses; `unsubscribe` is the placeholder that delivery fills. */
  links: { unsubscribe: string; contact: string; privacy: string; copyright: string };
}

/** The name of the newsletter, where its edition is called something else. */
export const nameOver = ({ kind, title }: Pick<Frame, 'kind' | 'title'>): string | undefined => {
  const { newsletter } = publication();
  return kind === 'edition' && title !== newsletter ? newsletter : undefined;
};
