import type { Field } from '../../protocol/document.ts';
import { make } from '../make-element.ts';
import { asFields, asWords } from './field-values.ts';

/*
 * About how many letters the lists of mail programs show of a subject and of what follows it; both depend on
 * the width of a window and of the letters. Gmail on a phone has a line for each, in a browser one for both.
 */
const programs = [
  { name: 'Gmail on a phone', subject: 40, preheader: 44 },
  { name: 'Outlook on a phone', subject: 46, preheader: 80 },
  { name: 'Outlook on a computer', subject: 52, preheader: 56 },
] as const;

/** How inboxes show a bulletin: who sends it, the subject and the line after it, cut where they cut. */
export function inboxLines(value: Field | undefined, sender: string): HTMLElement {
  const fields = asFields(value);
  const [subject, preheader] = [asWords(fields['subject']), asWords(fields['preheader'])];
  const lines = programs.map((program) =>
    make(
      'div',
      { class: 'inbox-line' },
      make('p', { class: 'inbox-program' }, program.name),
      make('p', { class: 'inbox-sender' }, sender),
      make('p', { class: 'inbox-subject' }, cut(subject, program.subject) || 'No subject yet'),
      make('p', { class: 'inbox-preheader' }, cut(preheader, program.preheader)),
    ),
  );
  const count = `${subject.length} letters in the subject, ${preheader.length} in the line after it`;
  return make('div', { class: 'inbox' }, ...lines, make('p', { class: 'field-more' }, count));
}

/** Words as a list of mail shows them: cut at the letter, with dots. */
export const cut = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
