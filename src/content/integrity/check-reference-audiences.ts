import type { Problem } from '../../problems/problem.ts';
import { type Audience, audienceIds } from '../../publication/site.ts';
import type { Content } from '../content.ts';
import type { ReferringSources, Source } from './check-references.ts';

/**
 * Reports what front matter and the lists name by its id for readers whom it is not for: whom to tell, who
 * keeps guidance true, the release that mends a known issue, where to go instead. Whoever reads of the one is
 * led to the other, so it is for all of them. Of lists of known issues each audience is shown its own: there
 * an entry has to be for some of the readers, since nobody would see it otherwise.
 */
export function checkReferenceAudiences(
  content: Content,
  { contacts, site }: ReferringSources,
  problems: Problem[],
): void {
  const expect = (
    kind: string,
    [id, named]: readonly [string | undefined, readonly Audience[] | undefined],
    readers: readonly Audience[],
    source: Source,
    path: readonly PropertyKey[],
    enough: 'all' | 'some' = 'all',
  ) => {
    // What names nothing is told by checkReferences.
    if (id === undefined || !named) return;
    const without = readers.filter((one) => !named.includes(one));
    if (without.length === 0 || (enough === 'some' && without.length < readers.length)) return;
    const missing = without.join(' and ');
    problems.push({
      file: source.file,
      line: source.lineOf(path),
      expected:
        enough === 'all'
          ? `a ${kind} that is for ${missing}, as this is`
          : `a ${kind} that is for ${without.join(' or ')}, as this is`,
      found: `"${id}", which is for ${named.join(' and ')} only`,
      remedy: `Name another ${kind}, or add ${missing} to the "audiences" of ${id}.`,
    });
  };
  const contact = (id: string) => [id, content.contacts.get(id)?.audiences] as const;
  const release = (id: string | undefined) =>
    [id, content.releases.find((one) => one.id === id)?.data.audiences] as const;
  const knownIssue = (id: string) =>
    [id, content.knownIssues.find((one) => one.id === id)?.data.audiences] as const;

  for (const page of content.guidance)
    expect('contact', contact(page.data.owner), page.data.audiences, page, ['owner']);
  for (const issue of content.knownIssues) {
    const { audiences, reportTo, fixedIn, related } = issue.data;
    expect('contact', contact(reportTo), audiences, issue, ['reportTo']);
    expect('release', release(fixedIn), audiences, issue, ['fixedIn']);
    related.forEach((id, index) =>
      expect('known issue', knownIssue(id), audiences, issue, ['related', index], 'some'),
    );
  }
  for (const one of content.releases)
    one.data.changes.forEach(({ knownIssues }, change) =>
      knownIssues.forEach((id, index) => {
        const path = ['changes', change, 'knownIssues', index];
        expect('known issue', knownIssue(id), one.data.audiences, one, path, 'some');
      }),
    );
  for (const [id, { audiences, notFor }] of content.contacts)
    notFor.forEach(({ instead }, index) =>
      expect('contact', contact(instead), audiences, contacts, [id, 'notFor', index, 'instead']),
    );
  if (site) expect('contact', contact(site.publication.contact), audienceIds(), site, ['contact']);
}
