/*
 * A process has one publication: that of its content folder. Templates, schemas, commands and rules need
 * its names and audiences, most of them far from anything that could pass them on, so they ask here
 * instead of handing it through a hundred signatures. Nothing asks while it is being loaded: a file that
 * cannot be used is then told like every other, and what needs no publication runs without it.
 */

/** The id of an audience in `content/site.yaml`; the schema `audience` holds words of people to it. */
export type Audience = string;

/** Who gets bulletins. */
export interface AudienceEntry {
  id: Audience;
  /** In one word: "Schools". */
  name: string;
  /** In full: "Schools and kura". */
  longName: string;
  /** List-Id without brackets (RFC 2919); stable for ever. */
  listId: string;
  /** Why they get it, as a sentence. */
  why: string;
  /** Whether anybody may sign up for it on the page for that, and confirm it by mail. */
  public?: boolean | undefined;
}

/** Colours by role, each "#" and six digits in small letters. */
export interface Palette {
  ink: string;
  muted: string;
  paper: string;
  raised: string;
  rule: string;
  link: string;
  accent: string;
  onAccent: string;
  alert: string;
  onAlert: string;
  tint: string;
}

/** Who may approve a bulletin alone. */
export const approvers = ['anybody', 'not-the-writer-alone'] as const;

/**
 * What `content/site.yaml` says. It is written out here because schemas build on it: they hold documents
 * to its audiences, and `src/schemas/publication.ts`, which reads it, has to give exactly this.
 */
export interface Publication {
  name: string;
  strapline: string;
  organisation: { mi: string; en: string };
  newsletter: string;
  /** Where a reader who needs a person is sent: the id of a contact. */
  contact: string;
  answersWithin: string;
  streetAddress: string;
  postalAddress: string;
  licence: { name: string; url: string };
  /** Stands in the names of calendar and feed entries (RFC 5545 UID, RFC 4287 id), which never change. */
  namingDomain: string;
  sender: { name: string; address: string; unsubscribeAddress: string };
  /** In the order that pages list them; at least one. */
  audiences: readonly AudienceEntry[];
  /** Regions that people may say they are in; left out, nobody is asked. */
  regions?: readonly string[] | undefined;
  /** What has to be so before anything goes out. */
  rules: { approver: (typeof approvers)[number] };
  colours: { light: Palette; dark: Palette };
}

/** The language of the interface, which templates are written in. */
export const language = 'en-NZ';

declare global {
  /** What renders pages is bundled and has modules of its own: all of a process have the same publication. */
  var panuiPublication: { known?: Publication | undefined; read?: () => Publication } | undefined;
}

const held = (globalThis.panuiPublication ??= {});

/**
 * The publication of this process, read when it is first asked for.
 * @throws {BadInput} with everything that is wrong with `site.yaml`
 */
export function publication(): Publication {
  const known = held.known ?? held.read?.();
  if (known) return (held.known = known);
  throw new Error(
    'Nobody said where the publication is read (src/content/reading/settings-site.ts).',
  );
}

/** Says how this process reads its publication. */
export function readPublicationBy(read: () => Publication): void {
  held.read = read;
}

/**
 * From now on this is the publication of the process: who reads a content folder afresh says so.
 * @param one nothing where it has faults, which are told to whoever asks for it
 */
export function usePublication(one: Publication | undefined): void {
  held.known = one;
}

/** Every audience id, in the order that pages list them. */
export const audienceIds = (): readonly Audience[] =>
  publication().audiences.map((audience) => audience.id);

/** The audiences whose list anybody may sign up for, in the order of the site. */
export const publicAudiences = (): readonly AudienceEntry[] =>
  publication().audiences.filter((audience) => audience.public === true);

/**
 * The audience called `id`.
 * @throws if there is none: ids are held to the publication where they are read, so that is a fault of ours
 */
export function audienceById(id: Audience): AudienceEntry {
  const found = publication().audiences.find((audience) => audience.id === id);
  if (!found) throw new Error(`No audience "${id}": ids should have been checked.`);
  return found;
}
