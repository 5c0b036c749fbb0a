import type { BlockProps } from '../../blocks/contract.ts';
import { eachBlock, isBlock } from '../../document/tree.ts';
import { partsOf } from '../../document/outline.ts';
import { variantFor } from '../../document/variant.ts';
import type { Audience } from '../../publication/site.ts';
import { sessionAnchor } from './anchors.ts';
import type { Content } from '../content.ts';
import { paths } from '../paths.ts';

/** One time at which an event runs, and where it is announced. */
export interface ListedSession {
  event: BlockProps<'Event'>;
  session: BlockProps<'Session'>;
  /** The only audience that is told of it; undefined for everybody. */
  audience: Audience | undefined;
  href: string;
  /** Its calendar file. */
  calendar: string;
}

/** Every session that editions announce, by start. */
export function allSessions(content: Content): ListedSession[] {
  return content.newsletters
    .flatMap(({ id, body }) =>
      partsOf(variantFor(body, { channel: 'web' })).flatMap(({ node, audience }) =>
        eachBlock([node]).flatMap((event) =>
          isBlock(event, 'Event')
            ? event.children.flatMap((child) =>
                isBlock(child, 'Session')
                  ? [
                      {
                        event: event.props,
                        session: child.props,
                        audience,
                        href: `${paths.newsletter(id)}#${sessionAnchor(event.props.id, child.props.id)}`,
                        calendar: paths.sessionCalendar(
                          paths.newsletter(id),
                          event.props.id,
                          child.props.id,
                        ),
                      },
                    ]
                  : [],
              )
            : [],
        ),
      ),
    )
    .toSorted((a, b) => a.session.start.localeCompare(b.session.start));
}
