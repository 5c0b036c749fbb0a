import { documentById, type Content } from '../content/content.ts';
import { paths } from '../content/paths.ts';
import { isOpen, issueStatuses } from '../schemas/known-issue.ts';
import { type Audience, audienceById } from '../publication/site.ts';

/**
 * A known issue as facts that programs can work with: the `_known_issue` object in JSON Feed.
 * @param audience whose feed it is; undefined for that of everybody
 */
export function issueFacts(
  { id, data }: Content['knownIssues'][number],
  content: Content,
  origin: string,
  audience: Audience | undefined,
) {
  const release = data.fixedIn && documentById(content.releases, data.fixedIn);
  return {
    about: `${origin}${paths.feeds}`,
    number: id.toUpperCase(),
    status: data.status,
    status_words: issueStatuses[data.status],
    open: isOpen(data.status),
    system: data.system,
    area: data.area,
    audiences: data.audiences,
    roles: data.roles,
    what_you_see: data.whatYouSee,
    do_now: data.doNow,
    cause: data.cause,
    first_reported: data.firstReported,
    last_updated: data.lastUpdated,
    fixed_in: release && {
      title: release.data.title,
      url: `${origin}${paths.release(release.id)}`,
    },
    related: data.related
      .map((other) => documentById(content.knownIssues, other))
      .filter((other) => audience === undefined || other.data.audiences.includes(audience))
      .map((other) => `${origin}${paths.knownIssue(other.id)}`),
  };
}

/** The same facts in words, for people: what each is called, and what it is. */
export function issueWords({ data }: Content['knownIssues'][number], content: Content) {
  const { status, system, area, audiences: who, roles, whatYouSee, doNow, cause, fixedIn } = data;
  const words: (readonly [string, string | undefined])[] = [
    ['Status', issueStatuses[status]],
    ['Where', `${system}, ${area}`],
    ['Who is affected', [...who.map((id) => audienceById(id).longName), ...roles].join(', ')],
    ['What you see', whatYouSee],
    ['What to do now', doNow],
    ['Why it happens', cause],
    [
      status === 'fixed' ? 'Fixed in' : 'Partly fixed in',
      fixedIn && documentById(content.releases, fixedIn).data.title,
    ],
  ];
  return words.flatMap(([name, said]) => (said ? [[name, said] as const] : []));
}
