import type { Action } from '../../schemas/fields.ts';

const labels: readonly [RegExp, Action][] = [
  [/^(?:action(?: is)? required|for action|action needed|to action|must do)$/i, 'action-required'],
  [/^(?:have your say|feedback(?: wanted| sought)?|for feedback|consultation)$/i, 'have-your-say'],
  [/^(?:save the date|for your diary|date for your diary)$/i, 'save-the-date'],
  [/^(?:for (?:your )?information|information only|fyi|for noting)$/i, 'for-information'],
];

const actionOf = (words: string): Action | undefined =>
  labels.find(([pattern]) => pattern.test(words.trim()))?.[1];

/**
 * A title and the label at its end or in brackets: "Invoices – action required", "Survey (have your say)". A title
 * may have dashes of its own, so the last one counts; no space may stand before it.
 */
export function splitLabel(words: string): { title: string; action: Action | undefined } {
  const match =
    /^(?<title>.+?)\s*[–—-]\s*(?<label>[^–—-]+)$/.exec(words) ??
    /^(?<title>.+?)\s*[[(](?<label>[^)\]]+)[)\]]$/.exec(words) ??
    /^(?<label>[^:]+):\s*(?<title>.+)$/.exec(words);
  const { title = '', label = '' } = match?.groups ?? {};
  const action = actionOf(label);
  return action === undefined ? { title: words, action } : { title: title.trim(), action };
}
