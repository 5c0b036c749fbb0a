import { outlineOf, toDo, type OutlineEntry } from '../../document/outline.ts';
import { variantFor } from '../../document/variant.ts';
import type { Audience } from '../../publication/site.ts';
import type { Content } from '../content.ts';
import { paths } from '../paths.ts';

/** Something a reader still has to do, and where it is explained. */
export interface OpenAction extends OutlineEntry {
  href: string;
  /** The date of the edition that asks for it, YYYY-MM-DD. */
  edition: string;
}

/**
 * Everything that editions ask of an audience and that is not past, by due date. What has no due
 * date is open while its edition is the newest.
 * @param today the day in New Zealand, YYYY-MM-DD
 * @param audience left out, everybody's
 */
export function openActions(content: Content, today: string, audience?: Audience): OpenAction[] {
  const [newest] = content.newsletters;
  const open = content.newsletters.flatMap(({ id, data, body }) =>
    outlineOf(variantFor(body, { audience, channel: 'web' }))
      .filter(({ due }) => (due ? due.slice(0, 10) >= today : id === newest?.id))
      .map((entry) => {
        const page = audience ? paths.newsletterFor(id, audience) : paths.newsletter(id);
        return { ...entry, href: `${page}#${entry.id}`, edition: data.date };
      }),
  );
  return toDo(open);
}
