import type { Flow, List } from '../../document/tree.ts';
import { eachLink } from '../../document/each-link.ts';
import { block, trimmedWords } from '../nodes.ts';
import { deadlinesIn } from '../../checks/language/deadlines-in-text.ts';
import { propose } from './propose.ts';
import type { Understanding } from './understanding.ts';

/** What a next edition will bring is a list in an item whose title says so. */
export function findComingUp(nodes: readonly Flow[], title: string, known: Understanding): Flow[] {
  if (
    !/\bcoming (?:up|soon|in our|next)\b|\bnext (?:issue|edition|newsletter|bulletin)\b/i.test(
      title,
    )
  ) {
    return [...nodes];
  }
  const found = nodes.find((node): node is List => node.type === 'list' && !node.ordered);
  if (!found) return [...nodes];
  const proposal = {
    made: '<ComingUp>',
    words: trimmedWords(found),
    confidence: 'certain' as const,
    because: `the list of an item called “${title}”`,
  };
  if (!propose([proposal], known)) return [...nodes];
  return nodes.map((node) => (node === found ? block('ComingUp', {}, [found]) : node));
}

const asksForThings =
  /\b(?:must|need to|needs to|should) (?:include|have|contain|bring|provide|send)\b.*:$/i;

/** A list beneath "Your invoice must include:" is a checklist of that title. */
export function findChecklists(nodes: readonly Flow[], known: Understanding): Flow[] {
  const made: Flow[] = [];
  for (const node of nodes) {
    const before = made.at(-1);
    const isPlain =
      node.type === 'list' &&
      !node.ordered &&
      node.items.length > 1 &&
      node.items.every((item) => item.length === 1 && item[0]?.type === 'paragraph');
    const words = before?.type === 'paragraph' ? trimmedWords(before) : '';
    const isTitle = asksForThings.test(words) && words.length <= 100 && !/[.!?] /.test(words);
    if (!isPlain || !before || !isTitle || [...eachLink([before])].length > 0) {
      made.push(node);
      continue;
    }
    const title = words.replace(/:$/, '');
    const proposal = {
      made: `<Checklist title="${title}">`,
      words: `${words} ${trimmedWords(node)}`,
      confidence: 'likely' as const,
      because: 'a list of what somebody must have',
    };
    if (!propose([proposal], known)) made.push(node);
    else made[made.length - 1] = block('Checklist', { title }, [node]);
  }
  return made;
}

/** In an item about a survey, the paragraph that links to it is the survey. */
export function findSurvey(nodes: readonly Flow[], title: string, known: Understanding): Flow[] {
  const { day } = known;
  if (!/\b(?:survey|questionnaire|poll)\b/i.test(title)) return [...nodes];
  const at = nodes.findIndex((node) => node.type === 'paragraph' && surveyLink(node) !== undefined);
  const node = nodes[at];
  const link = node && surveyLink(node);
  if (!node || !link) return [...nodes];
  const closes = [
    ...new Set(
      deadlinesIn({ text: trimmedWords(node) }, day).flatMap((one) =>
        one.certain && one.day >= day ? [one.day] : [],
      ),
    ),
  ];
  const [only] = closes;
  const props = { title, url: link.to, ...(closes.length === 1 && { closes: only }) };
  const proposal = {
    made: `<Survey url="${link.to}"${closes.length === 1 ? ` closes="${only}"` : ''}>`,
    words: trimmedWords(node),
    confidence: 'likely' as const,
    because: `the link “${link.words}” in an item called “${title}”`,
  };
  if (!propose([proposal], known)) return [...nodes];
  return nodes.map((one) => (one === node ? block('Survey', props, [node]) : one));
}

const surveyLink = (node: Flow) =>
  [...eachLink([node])].find(({ words = '' }) =>
    /\b(?:survey|questionnaire|poll|have your say)\b/i.test(words),
  );
