import type { Content } from '../content.ts';
import { paths } from '../paths.ts';

/** Guidance that holds: what was withdrawn keeps its address and stands in no list. */
export const inForce = ({ guidance }: Pick<Content, 'guidance'>): Content['guidance'] =>
  guidance.filter(({ data }) => data.withdrawn === undefined);

/** An earlier wording under a name that its page had before. */
export interface MovedWording {
  /** The name. */
  former: string;
  /** The last day on which it held, YYYY-MM-DD. */
  date: string;
  from: string;
  to: string;
}

/** The addresses of earlier wordings that lead on, because their page has another name now. */
export const movedWordings = ({ guidance, earlierGuidance }: Content): MovedWording[] =>
  earlierGuidance.flatMap((wording) => {
    const [page = '', date = ''] = wording.id.split('/');
    const names = guidance.find(({ id }) => id === page)?.data.formerly ?? [];
    return names.map((former) => ({
      former,
      date,
      from: paths.earlierGuidance(former, date),
      to: paths.earlierGuidance(page, date),
    }));
  });
