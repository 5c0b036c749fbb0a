import type { BlockName } from './contract.ts';

/** A worked example of a block, for the contract tests and the authors' guide. */
export interface Example {
  /** What it shows. */
  name: string;
  /** What an author writes. */
  mdx: string;
  /** What every rendering must say, in this order. */
  says: readonly string[];
  /**
   * What a search must find it by, in this order, where that is not all of it: a quoted page is found as
   * itself, and what a link or a label does is nothing to search for.
   */
  foundBy?: readonly string[];
  /** Where each rendering must lead, in this order. */
  leadsTo?: readonly string[];
  /** The one channel that shows it, where that is not both. */
  only?: 'web' | 'email';
  /** The collection it stands in, where that is not a newsletter. */
  within?: 'guidance';
}

/** At least one example of every block. */
export const examples: { readonly [Name in BlockName]: readonly [Example, ...Example[]] } = {
  Greeting: [
    { name: 'a greeting', mdx: '<Greeting mi="Kia ora koutou" />', says: ['Kia ora koutou'] },
  ],
  SignOff: [
    {
      name: 'a role',
      mdx: '<SignOff mi="Ngā mihi maioha" role="Manager" />',
      says: ['Ngā mihi maioha', 'Manager'],
    },
    {
      name: 'a role and a team',
      mdx: '<SignOff mi="Ngā mihi" role="Senior Advisor" team="Service Delivery" />',
      says: ['Ngā mihi', 'Senior Advisor, Service Delivery'],
    },
    {
      name: 'a role in two languages',
      mdx: '<SignOff mi="Nā" role="Manager" roleMi="Pou Whakahaere" team="Service Delivery" />',
      says: ['Nā', 'Pou Whakahaere', 'Manager, Service Delivery'],
    },
  ],
  For: [
    {
      name: 'words for one audience',
      mdx: '<For audience="providers">\n\nYour results are ready.\n\n</For>',
      says: ['Your results are ready.'],
    },
  ],
  Item: [
    {
      name: 'something to know',
      mdx: '<Item id="release" title="What is new" action="for-information">\n\nThe release is out.\n\n</Item>',
      says: ['What is new', 'For information', 'The release is out.'],
    },
    {
      name: 'a title in two languages',
      mdx: '<Item id="language" title="Māori Language Week" mi="Te Wiki o te Reo Māori" action="for-information">\n\nIt is in September.\n\n</Item>',
      says: [
        'Māori Language Week',
        'For information',
        'Te Wiki o te Reo Māori',
        'It is in September.',
      ],
    },
    {
      name: 'something to do by a day',
      mdx: '<Item id="invoices" title="Quarter 1 invoices" action="action-required" due="2026-05-15" who="Non-school providers" audience="providers">\n\n### How\n\nEmail it.\n\n- One\n- Two\n  1. First\n  2. Second\n\n> A quotation with *emphasis*.\n\n</Item>',
      says: [
        'Action required',
        'Friday 15 May 2026',
        'Non-school providers',
        'How',
        'Email it.',
        'One',
        'Two',
        'First',
        'Second',
        'A quotation with emphasis.',
      ],
    },
    {
      name: 'something to do by a time',
      mdx: '<Item id="fees" title="Fees" action="action-required" due="2026-05-15T17:00">\n\nPay them.\n\n</Item>',
      says: ['Fees', 'Action required', 'Due 5pm, Friday 15 May 2026', 'Pay them.'],
    },
  ],
  Category: [
    {
      name: 'items under a heading',
      mdx: '<Category title="Need to know">\n\n<Item id="census" title="Census day moves" action="for-information">\n\nIt is on Tuesday.\n\n</Item>\n\n<Item id="form" title="A shorter form" action="for-information">\n\nIt has two pages.\n\n</Item>\n\n</Category>',
      says: ['Need to know', 'Census day moves', 'It is on Tuesday.', 'A shorter form'],
    },
    {
      name: 'for one audience, with words before its items',
      mdx: '<Category title="Curriculum" audience="providers">\n\nFrom the curriculum team.\n\n<Item id="maths" title="Maths days" action="for-information">\n\n### Where\n\nIn two towns.\n\n</Item>\n\n</Category>',
      says: ['Curriculum', 'From the curriculum team.', 'Maths days', 'Where', 'In two towns.'],
    },
  ],
  Table: [
    {
      name: 'figures side by side',
      mdx: '<Table title="Payments by region">\n\n| Region | Providers | Paid in April 2026 | Next payment |\n| --- | --: | --: | --- |\n| Auckland | 12 | $48,250.00 | <Day on="2026-05-20" /> |\n| Te Tai Tokerau | 7 | $9,100.50 | <Day on="2026-05-21" /> |\n\n</Table>',
      says: [
        'Payments by region',
        'Auckland',
        '12',
        '$48,250.00',
        'Wednesday 20 May 2026',
        'Te Tai Tokerau',
        '7',
        '$9,100.50',
        'Thursday 21 May 2026',
      ],
    },
    {
      name: 'what is what, in the first column alone',
      mdx: '<Table title="When the desk is open">\n\n| | |\n| --- | --- |\n| Term time | 8am to 5pm |\n| Ask | [Find a contact](/contacts/) |\n\n</Table>',
      says: ['When the desk is open', 'Term time', '8am to 5pm', 'Ask', 'Find a contact'],
      leadsTo: ['/contacts/'],
    },
  ],
  Dates: [
    {
      name: 'days and a period',
      mdx: '<Dates id="quarter-2" title="Key dates for quarter 2">\n\n- <Period from="2026-07-06" to="2026-07-17" /> Schools are closed.\n- <Day on="2026-06-30" /> Quarter 2 ends.\n- <Day on="2026-07-24" /> Invoices are due. [Read how](/guidance/).\n- <Day on="2026-07-31" /> [Find a contact](/contacts/)\n\n</Dates>',
      says: [
        'Key dates for quarter 2',
        'Tuesday 30 June 2026',
        'Quarter 2 ends.',
        '6 July to 17 July 2026',
        'Schools are closed.',
        'Friday 24 July 2026',
        'Invoices are due.',
        'Friday 31 July 2026',
        'Find a contact',
      ],
      leadsTo: ['/guidance/', '/contacts/'],
    },
  ],
  Checklist: [
    {
      name: 'things to include, and who is excepted',
      mdx: '<Checklist title="Your invoice must include" exception="School providers send none.">\n\n- Catchment\n- Purchase order number\n\n</Checklist>',
      says: [
        'Your invoice must include',
        'Catchment',
        'Purchase order number',
        'School providers send none.',
      ],
    },
  ],
  Contact: [
    {
      name: 'a card',
      mdx: '<Contact id="service-desk" />',
      says: [
        'Service Desk',
        'For anything about the system.',
        'Phone',
        '0800 422 599',
        '(NZ only)',
        'Email',
        'desk@ministry.example',
      ],
      foundBy: [
        'Service Desk',
        'For anything about the system.',
        '0800 422 599',
        'desk@ministry.example',
      ],
    },
    {
      name: 'a team of several people',
      mdx: '<Contact id="regional-team" />',
      says: [
        'Regional team',
        'Te Rōpū ā-Rohe',
        'For your region.',
        'Advisor, Te Tai Tokerau',
        'Kaitohutohu',
        'Invoices and visits',
        'Phone',
        '09 555 0101',
        'Email',
        'north@ministry.example',
        'Advisor, Ōtākou',
        'Phone',
        '03 555 0102',
      ],
      foundBy: [
        'Regional team',
        'Te Rōpū ā-Rohe',
        'For your region.',
        'Advisor, Te Tai Tokerau',
        'Kaitohutohu',
        'Invoices and visits',
        '09 555 0101',
        'north@ministry.example',
        'Advisor, Ōtākou',
        '03 555 0102',
      ],
    },
    {
      name: 'a link within a sentence',
      mdx: 'Write to <Contact id="service-desk" /> or ask your <Contact id="manager" />.',
      says: ['Write to desk@ministry.example or ask your Relationship Manager.'],
      foundBy: ['Write to Service Desk', 'desk@ministry.example or ask your Relationship Manager.'],
      leadsTo: ['/contacts/#manager'],
    },
  ],
  Event: [
    {
      name: 'one event at two times',
      mdx: '<Event id="drop-in" title="Drop-in for providers" audience="Providers" welcome="Schools are welcome too." mode="online" sameContent="yes">\n\nBring your questions.\n\n<Session id="first" start="2026-05-19T11:00" end="2026-05-19T11:45" register="https://ministry.example/one" />\n\n<Session id="second" start="2026-05-21T12:00" end="2026-05-21T12:45" register="https://ministry.example/two" />\n\n</Event>',
      says: [
        'Drop-in for providers',
        'Bring your questions.',
        'For providers. Online. Each session covers the same, so come to one. Schools are welcome too. All times are New Zealand time.',
        '11am to 11:45am',
        'Tuesday 19 May 2026',
        'Register for 19 May, 11am',
        'Add 19 May, 11am to your calendar',
        'midday to 12:45pm',
        'Thursday 21 May 2026',
        'Register for 21 May, midday',
        'Add 21 May, midday to your calendar',
        'Add both sessions to your calendar',
      ],
      foundBy: [
        'Drop-in for providers',
        'Bring your questions.',
        'For providers. Online. Each session covers the same, so come to one. Schools are welcome too. All times are New Zealand time.',
        '11am to 11:45am',
        'Tuesday 19 May 2026',
        'Register for 19 May, 11am',
        'midday to 12:45pm',
        'Thursday 21 May 2026',
        'Register for 21 May, midday',
      ],
      leadsTo: [
        'https://ministry.example/one',
        '/calendar/newsletters/2026-05-08/drop-in/first.ics',
        'https://ministry.example/two',
        '/calendar/newsletters/2026-05-08/drop-in/second.ics',
        '/calendar/newsletters/2026-05-08/drop-in.ics',
      ],
    },
  ],
  Session: [
    {
      name: 'a session that needs no registration',
      mdx: '<Event id="hui" title="Hui" audience="Everybody" mode="in-person" sameContent="no">\n\n<Session id="only" start="2026-06-02T09:30" end="2026-06-02T15:00" />\n\n</Event>',
      says: ['Hui', 'In person.', '9:30am to 3pm', 'Tuesday 2 June 2026', 'No need to register'],
      leadsTo: ['/calendar/newsletters/2026-05-08/hui/only.ics'],
    },
    {
      name: 'whole days, in two places',
      mdx: '<Event id="roadshow" title="Roadshow" audience="Everybody" mode="in-person" place="Te Papa, 55 Cable Street, Wellington" sameContent="no">\n\n<Session id="first" start="2026-06-02" register="https://ministry.example/one" />\n\n<Session id="second" start="2026-06-08" end="2026-06-09" place="Christchurch Town Hall" />\n\n</Event>',
      says: [
        'For everybody. In person: Te Papa, 55 Cable Street, Wellington.',
        'All day',
        'Tuesday 2 June 2026',
        'Register for 2 June',
        'All day',
        'Monday 8 June to Tuesday 9 June 2026',
        'Christchurch Town Hall',
        'No need to register',
      ],
      leadsTo: [
        'https://ministry.example/one',
        '/calendar/newsletters/2026-05-08/roadshow/first.ics',
        '/calendar/newsletters/2026-05-08/roadshow/second.ics',
        '/calendar/newsletters/2026-05-08/roadshow.ics',
      ],
    },
    {
      name: 'a session that was moved twice',
      mdx: '<Event id="hui" title="Hui" audience="Everybody" mode="online" sameContent="no">\n\n<Session id="2-june" start="2026-06-04T13:00" end="2026-06-04T14:00" moved="2026-05-12, 2026-05-20" />\n\n</Event>',
      says: ['1pm to 2pm', 'Thursday 4 June 2026', 'Moved to this time on 20 May 2026'],
      leadsTo: ['/calendar/newsletters/2026-05-08/hui/2-june.ics'],
    },
  ],
  Survey: [
    {
      name: 'an open survey with a reward',
      mdx: '<Survey title="forum survey" url="https://ministry.example/survey" closes="2026-05-29" reward="Six people win a chocolate fish.">\n\nTell us what works.\n\n</Survey>',
      says: [
        'Tell us what works.',
        'Six people win a chocolate fish.',
        'Closes',
        'Friday 29 May 2026',
        'Answer the forum survey',
      ],
      leadsTo: ['https://ministry.example/survey'],
    },
    {
      name: 'a survey that people were sent',
      mdx: '<Survey title="school survey">\n\nWe sent each school its own link.\n\n</Survey>',
      says: ['We sent each school its own link.'],
    },
  ],
  Guidance: [
    {
      name: 'a whole page',
      mdx: '<Guidance id="home-education" />',
      says: [
        'Give balanced advice.',
        'Respect family choice',
        'Do not ask why.',
        'Close the case',
        'Close it once confirmed.',
        'From the guidance',
        'Home education',
        'last reviewed',
        '1 May 2026',
      ],
      foundBy: ['Home education'],
      leadsTo: ['/guidance/home-education/'],
    },
    {
      name: 'one principle',
      mdx: '<Guidance id="home-education" principle="closing-cases" />',
      says: ['Close the case', 'Close it once confirmed.', 'From the guidance'],
      foundBy: ['Home education'],
      leadsTo: ['/guidance/home-education/#closing-cases'],
    },
  ],
  Principle: [
    {
      name: 'a principle of a guidance page',
      within: 'guidance',
      mdx: '<Principle id="clear-communication" title="Communicate clearly">\n\nStick to the facts.\n\n</Principle>',
      says: ['Communicate clearly', 'Stick to the facts.'],
    },
  ],
  KnownIssue: [
    {
      name: 'an open known issue',
      mdx: '<KnownIssue id="ki-001" />',
      says: [
        'Workaround available',
        'KI-001: The page does not open',
        'A blank tab opens.',
        'Updated',
        '8 May 2026',
      ],
      foundBy: ['The page does not open'],
      leadsTo: ['/known-issues/ki-001/'],
    },
  ],
  Release: [
    {
      name: 'a release with nested changes',
      mdx: '<Release id="release-1" />',
      says: [
        'Release of 7 May',
        'in use from',
        'Thursday 7 May 2026',
        'More can be seen.',
        'New: Schools see active cases.',
        'Read shared comments.',
        'Affects: Case Manager',
        'Partly fixed: The page opens more often.',
        'Known issue: The page does not open',
      ],
      foundBy: ['Release of 7 May'],
      leadsTo: ['/releases/release-1/', '/known-issues/ki-001/'],
    },
  ],
  Callout: [
    {
      name: 'a warning',
      mdx: '<Callout kind="warning" title="Check the address">\n\nWe never ask for a password.\n\n</Callout>',
      says: ['Warning: Check the address', 'We never ask for a password.'],
    },
    {
      name: 'a note',
      mdx: '<Callout kind="note" title="Office hours">\n\nWe are closed on **Monday**.\n\n</Callout>',
      says: ['Office hours', 'We are closed on Monday.'],
    },
  ],
  Button: [
    {
      name: 'a link to a page of this site',
      mdx: '<Button to="/guidance/home-education/" label="Read the guidance" />',
      says: ['Read the guidance'],
      leadsTo: ['/guidance/home-education/'],
    },
    {
      name: 'an address with several parameters',
      mdx: '<Button to="https://ministry.example/form?a=1&b=2" label="Open the form" />',
      says: ['Open the form'],
      leadsTo: ['https://ministry.example/form?a=1&b=2'],
    },
  ],
  ComingUp: [
    {
      name: 'topics and the date of the next edition',
      mdx: '<ComingUp edition="2026-06-12">\n\n- Updates on the system\n- Transition guidance\n\n</ComingUp>',
      says: [
        'Next edition:',
        'Friday 12 June 2026',
        'Updates on the system',
        'Transition guidance',
      ],
    },
  ],
  Picture: [
    {
      name: 'a diagram',
      mdx: '<Picture file="example-steps.png" alt="The school asks on 12 May; the provider answers." />',
      says: ['The school asks on 12 May; the provider answers.'],
    },
    {
      name: 'a decoration with a credit',
      mdx: '<Picture file="example-steps.png" decorative="yes" caption="Drawn by the Service Desk" />',
      says: ['Drawn by the Service Desk'],
    },
    {
      name: 'a video to watch elsewhere',
      mdx: '<Picture file="example-steps.png" alt="How a request becomes a case, 3 minutes." caption="With captions" video="https://ministry.example/video" />',
      says: ['How a request becomes a case, 3 minutes.', 'Watch the video', 'With captions'],
      leadsTo: ['https://ministry.example/video'],
    },
  ],
  Pictures: [
    {
      name: 'before and after',
      mdx: '<Pictures>\n\n<Picture file="example-steps.png" alt="The list as it was." caption="Before" />\n\n<Picture file="example-steps.png" alt="The list as it is now." caption="After" />\n\n</Pictures>',
      says: ['The list as it was.', 'Before', 'The list as it is now.', 'After'],
    },
  ],
  Attachments: [
    {
      name: 'two files, one with a note',
      mdx: '<Attachments title="Forms for quarter 2">\n\n- [How a request goes](/files/example-steps.png)\n- [The same once more](/files/example-steps.png), for printing\n\n</Attachments>',
      says: ['Forms for quarter 2', 'How a request goes', 'The same once more', 'for printing'],
      leadsTo: ['/files/example-steps.png', '/files/example-steps.png'],
    },
  ],
  Quote: [
    {
      name: 'words of somebody else',
      mdx: '<Quote by="Principal, Te Kura o Awatea">\n\nWe ring on the **first** day.\n\nFamilies thank us for it.\n\n</Quote>',
      says: [
        'We ring on the first day.',
        'Families thank us for it.',
        'Principal, Te Kura o Awatea',
      ],
    },
    {
      name: 'a whakataukī in both languages',
      mdx: '<Quote by="Whakataukī" mi="Nāu te rourou, / nāku te rourou, / ka ora ai te iwi.">\n\nWith your basket and my basket,\\\nthe people will thrive.\n\n</Quote>',
      says: [
        'Nāu te rourou,',
        'nāku te rourou,',
        'ka ora ai te iwi.',
        'With your basket and my basket,',
        'the people will thrive.',
        'Whakataukī',
      ],
    },
  ],
  Fold: [
    {
      name: 'text for some readers',
      mdx: '<Fold title="How we counted">\n\nEach half day counts.\n\n- Sick days\n- Other days\n\n<Button to="/guidance/home-education/" label="Read the guidance" />\n\n</Fold>',
      says: [
        'How we counted',
        'Each half day counts.',
        'Sick days',
        'Other days',
        'Read the guidance',
      ],
      leadsTo: ['/guidance/home-education/'],
    },
  ],
  Reorua: [
    {
      name: 'a pair on its own line',
      mdx: '<Reorua mi="Nāu te rourou, nāku te rourou" en="With your basket and my basket" />',
      says: ['Nāu te rourou, nāku te rourou', 'With your basket and my basket'],
    },
    {
      name: 'a pair within a sentence',
      mdx: 'We visit <Reorua mi="ngā kura" en="schools" /> each term.',
      says: ['We visit ngā kura', 'schools', 'each term.'],
    },
  ],
  Reo: [
    {
      name: 'a phrase within a sentence',
      mdx: '<Reo mi="Kia ora" /> to everyone who answered.',
      says: ['Kia ora to everyone who answered.'],
    },
  ],
  Day: [
    {
      name: 'a date',
      mdx: 'Send it by <Day on="2026-05-15" />.',
      says: ['Send it by Friday 15 May 2026.'],
    },
  ],
  Period: [
    {
      name: 'a period within a year',
      mdx: 'It covers <Period from="2026-01-01" to="2026-04-02" />.',
      says: ['It covers 1 January to 2 April 2026.'],
    },
    {
      name: 'an outage over a weekend',
      mdx: 'AS-CMS is away <Period from="2026-06-12T18:00" to="2026-06-15T07:00" />.',
      says: ['AS-CMS is away 6pm, Friday 12 June 2026 to 7am, Monday 15 June 2026.'],
    },
    {
      name: 'hours of one day',
      mdx: 'AS-CMS is away <Period from="2026-06-12T18:00" to="2026-06-12T19:30" />.',
      says: ['AS-CMS is away 6pm to 7:30pm, Friday 12 June 2026.'],
    },
  ],
  WebOnly: [
    {
      name: 'words for the page',
      only: 'web',
      mdx: '<WebOnly>\n\nPrint this page.\n\n</WebOnly>',
      says: ['Print this page.'],
    },
  ],
  EmailOnly: [
    {
      name: 'words for the inbox',
      only: 'email',
      mdx: '<EmailOnly>\n\nThis is how it stood when we [sent it](/newsletters/).\n\n</EmailOnly>',
      says: ['This is how it stood when we sent it.'],
      leadsTo: ['/newsletters/'],
    },
  ],
};

/* Two boxes and an arrow between them, 320 by 96 pixels. */
const examplePicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAUAAAABgAQMAAABWhTlrAAAABlBMVEX///8KXErYUux+AAAAeUlEQVR42u3WuwnAMAwEUG+QlT2aRvEIKV0IKZ0RKZwLCELQXauHQf4It8bUicfsCh/CM9SOCO8FQkLCDewoFBQOFE4UKgoNhd5RKCgcKJwPcM05RaGh0LNWXM1oVtfv91Gyz9rS7+NMfzOS/q45HwnLwT/8cZkquQBXFJDabUWfsQAAAABJRU5ErkJggg==',
  'base64',
);

/** The documents that the examples refer to: what to write into a content folder, by path. */
export const exampleFiles: Readonly<Record<string, string | Buffer>> = {
  'files/example-steps.png': examplePicture,
  'contacts.yaml': `service-desk:
  name: Service Desk
  summary: For anything about the system.
  audiences: [providers, schools]
  phone: 0800 422 599
  phoneNote: NZ only
  email: desk@ministry.example
regional-team:
  name: Regional team
  mi: Te Rōpū ā-Rohe
  summary: For your region.
  audiences: [providers, schools]
  people:
    - role: Advisor, Te Tai Tokerau
      mi: Kaitohutohu
      duties: Invoices and visits
      phone: 09 555 0101
      email: north@ministry.example
    - role: Advisor, Ōtākou
      phone: 03 555 0102
manager:
  name: Relationship Manager
  summary: Your main contact.
  audiences: [providers]
`,
  'guidance/home-education.mdx': `---
title: Home education
summary: What to say.
audiences: [providers]
topic: Home education
owner: service-desk
lastReviewed: 2026-05-01
nextReview: 2027-05-01
---

Give balanced advice.

<Principle id="family-choice" title="Respect family choice">

Do not ask why.

</Principle>

<Principle id="closing-cases" title="Close the case">

Close it once confirmed.

</Principle>
`,
  'known-issues/ki-001.mdx': `---
title: The page does not open
status: workaround
system: Registration site
area: Registering
audiences: [providers, schools]
whatYouSee: A blank tab opens.
firstReported: 2026-05-01
lastUpdated: 2026-05-08
reportTo: service-desk
---

Allow pop-ups.
`,
  'releases/release-1.mdx': `---
title: Release of 7 May
system: The system
effective: 2026-05-07
summary: More can be seen.
audiences: [providers, schools]
changes:
  - kind: new
    text: Schools see active cases.
    points: [Read shared comments.]
    roles: [Case Manager]
  - kind: partly-fixed
    text: The page opens more often.
    knownIssues: [ki-001]
---

It is out.
`,
};
