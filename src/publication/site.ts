/**
 * What the web site and the bulletins share: names, audiences, senders and design tokens.
 * A ministry that takes Pānui up changes this file first.
 */

/** The publication, as readers see it named. */
export const site = {
  name: 'Attendance Service Updates',
  strapline:
    'Newsletters, guidance and known issues for the people who help students back to school',
  organisation: { mi: 'Te Tāhuhu o te Mātauranga', en: 'Ministry of Education' },
  newsletter: 'Attendance Service Newsletter',
  language: 'en-NZ',
  /** Where a reader who needs a person is sent; an id in `content/contacts.yaml`. */
  contact: 'attendance-service-inbox',
  /**
   * Stands in the names of calendar entries and feed entries (RFC 5545 UID, RFC 4287 id), which must
   * never change: keep it when the site moves.
   */
  namingDomain: 'attendance-updates.example',
  /** Where people can come in person: a sample, to be replaced. */
  streetAddress: '1 Sample Street, Wellington (a sample address)',
  /** How soon every email is answered, or acknowledged with a date (Web Usability Standard 1.4). */
  answersWithin: '3 working days',
  postalAddress: 'Ministry of Education, PO Box 1666, Wellington 6140, New Zealand',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
} as const;

/** Every audience id, in the order that pages list them. */
export const audienceIds = ['providers', 'schools'] as const;

export type Audience = (typeof audienceIds)[number];

/**
 * The lists a bulletin can go to: a closed set. To add one, add its id to `audienceIds` and an entry
 * here; the schemas, pages, bulletins and commands follow.
 */
export const audiences = {
  providers: {
    name: 'Providers',
    longName: 'Attendance service providers',
    listId: 'providers.attendance-updates.example',
    why: 'You get this because your organisation is contracted to provide an attendance service.',
  },
  schools: {
    name: 'Schools',
    longName: 'Schools and kura',
    listId: 'schools.attendance-updates.example',
    why: 'You get this because your school or kura uses the attendance service.',
  },
} as const satisfies Record<Audience, Record<'name' | 'longName' | 'listId' | 'why', string>>;

/** Who bulletins come from. The domain is reserved for examples (RFC 2606): replace it before sending. */
export const sender = {
  name: 'Attendance Service',
  address: 'news@attendance-updates.example',
  unsubscribeAddress: 'unsubscribe@attendance-updates.example',
} as const;

/** Colours, by role. Each pair that carries text is at least 4.5 : 1 (WCAG 2.2, 1.4.3). */
export const tokens = {
  light: {
    ink: '#14213d',
    muted: '#4a5468',
    paper: '#fbfaf7',
    raised: '#ffffff',
    rule: '#d9d5ca',
    link: '#0a5c4a',
    accent: '#0a5c4a',
    onAccent: '#ffffff',
    alert: '#ffc629',
    onAlert: '#14213d',
    tint: '#eef3ef',
  },
  dark: {
    ink: '#ece9e1',
    muted: '#b3b8b2',
    paper: '#0f1715',
    raised: '#17211e',
    rule: '#34413c',
    link: '#6fd3b5',
    accent: '#6fd3b5',
    onAccent: '#0f1715',
    alert: '#ffc629',
    onAlert: '#14213d',
    tint: '#1a2824',
  },
} as const;

export type Palette = { readonly [Role in keyof (typeof tokens)['light']]: string };
