import { describe, expect, it } from 'vitest';
import { knownIssue, writeContent } from '../../testing/content/write-content.ts';
import { documentById } from '../content.ts';
import { readContent } from '../reading/read-content.ts';
import { issueSpan, issueTimeline, statusSentence } from './issue-timeline.ts';

async function issueWith(keys: Record<string, string>) {
  let text = knownIssue.replace(/^fixedIn: .*\n/m, '');
  for (const [key, value] of Object.entries(keys)) {
    const line = new RegExp(`^${key}: .*$`, 'm');
    text = line.test(text)
      ? text.replace(line, `${key}: ${value}`)
      : text.replace(/^reportTo:/m, `${key}: ${value}\nreportTo:`);
  }
  const content = await readContent(await writeContent({ 'known-issues/ki-001.mdx': text }));
  return { content, issue: documentById(content.knownIssues, 'ki-001') };
}

const reported = { firstReported: '2026-03-01', lastUpdated: '2026-03-01' };

describe('the timeline of a known issue', () => {
  it('begins with the day it was first reported and ends with the last look', async () => {
    const { issue, content } = await issueWith({ ...reported, lastUpdated: '2026-04-02' });
    expect(issueTimeline(issue, content)).toEqual([
      { date: '2026-04-02', status: 'workaround', note: 'Looked at again.' },
      { date: '2026-03-01', status: undefined, note: 'First reported.' },
    ]);
    expect(issueSpan(issue, content)).toEqual({ from: '2026-03-01' });
    expect(statusSentence(issue, content)).toBe(
      'This is not fixed yet, but there is a way around it.',
    );
  });

  it('names the release that mended it, and ends its span there', async () => {
    const { issue, content } = await issueWith({
      ...reported,
      lastUpdated: '2026-05-07',
      status: 'fixed',
      fixedIn: 'as-cms-may',
    });
    expect(issueTimeline(issue, content)[0]).toEqual({
      date: '2026-05-07',
      status: 'fixed',
      note: 'AS-CMS release of 7 May 2026.',
      href: '/releases/as-cms-may/',
    });
    expect(issueSpan(issue, content)).toEqual({ from: '2026-03-01', to: '2026-05-07' });
    expect(statusSentence(issue, content)).toBe(
      'This was fixed in the AS-CMS release of 7 May 2026.',
    );
  });

  it('says nothing a second time that its history says, and knows when it was closed for the last time', async () => {
    const { issue, content } = await issueWith({
      ...reported,
      lastUpdated: '2026-06-10',
      status: 'fixed',
      history: `
  - { date: 2026-06-10, status: fixed, note: Still fixed. }
  - { date: 2026-06-01, status: fixed, note: Fixed for good. }
  - { date: 2026-05-20, status: investigating, note: It came back. }
  - { date: 2026-05-01, status: fixed, note: Fixed. }
  - { date: 2026-03-01, status: investigating, note: First reported. }`,
    });
    expect(issueTimeline(issue, content)).toHaveLength(5);
    expect(issueSpan(issue, content)).toEqual({ from: '2026-03-01', to: '2026-06-01' });
    expect(statusSentence(issue, content)).toBe('This was fixed on 1 June 2026.');
  });
});
