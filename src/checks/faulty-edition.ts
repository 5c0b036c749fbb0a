/*
 * An edition with every fault that a real newsletter of the attendance service was found to have,
 * in other words: what the checks were made to catch, for their test. What the tree of blocks makes
 * impossible from the start (labels away from their item, a second h1) is not here.
 */

/** The edition of 8 May 2026, as it must not go out. */
export const faultyEdition = `---
date: 2026-05-08
summary: Invoices, the release of the case system, sessions and a survey.
bulletins:
  providers:
    subject: Invoices due 15 May, new release, sessions
    preheader: Sessions in May, where to send questions, and a survey with a prize.
---

**8 May 2026**

In this issue:

- Quarter 1 invoices – action required
- Drop In Sessions for Schools – action required
- ISP Survey – for information
- Multi Agency Survey - Sweets up for grabs – action required
- Information shared with schools – for information
- Coming in our next newsletter– for information

Kia ora koutou

Welcome to the May edition of our newsletter.

Ngā mihi maioha

Robin Sample - Manager, Attendance Delivery

<Item id="invoices" title="Quarter 1 invoices" action="action-required" due="2026-05-15">

Your manager will talk with you about the results no later than 15 May.

Send your invoice to accounts@ministry.example with **ALL** of the following:

- Catchment
- MOE Contract ID
- Description (Withholding payment [10%] for the period 1 January – 2 April 2026)
- Payment amount as in your contract.

</Item>

<Item id="update" title="Update on the system" action="for-information">

The new release helps people at an In School Provider (ISP).

- Schools can now:
  - ✓ see active cases
  - ✓ read shared comments
- Mends several frustrating issues with the CA Support Request form. More

improvements will come with a later release.

- Stops cases from opening again
- Makes it easier to hand a case on.

</Item>

<Item id="queries" title="Reminder: where to send questions" action="for-information">

Send every question to the Service Desk:

- Freephone: 0800 555 010 (NZ only)
- Email: desk@ministry.example

The Education Service Desk and the Education Sector Service Desk are the same. Look at the documents found [on this page](#) first.

The Attendance Service inbox is for questions about how we work. Ask your CRM about your contract. Your Contract and Relationship Managers (CRMs) stay your contact.

</Item>

<Item id="sessions" title="AS-CMS Drop In Sessions" action="action-required">

We would like to see you at a drop in session on the attendance service case management system (AS-CMS). Register using the links below:

- Tues 19 May, 11-11.45am – register [here](#)
- Thurs 21 May, 12-12.45pm - register [here](#todo)

### For schools

We also run sessions for schools next week. Learners are not invited, students are.

##### Dates and times

- Tuesday 12 May, 7.45am to 8.30am. [Register for 12 May session.](#)
- Thursday 14 May, 7pm to 7.45pm. [Register for 14 May session](#)

Follow the steps to allow pop-ups in [Microsoft Edge](#) or [Google Chrome](#).

</Item>

<Item id="isp" title="In-School Provision (ISP) Survey" action="for-information">

We sent each school its own link to a survey on in-school provision.

</Item>

<Item id="forum" title="Multi Agency Forum Survey - Sweets Up for Grabs" action="action-required">

Thank you to everyone who answered the [online multi agency survey](#). We have sweets left, and I like to share. If you go to multi-agency hui and have not answered [the survey](#) yet, please do.

<Survey title="forum survey" url="https://www.education.govt.nz/forum-survey">

Tell us what works.

</Survey>

</Item>

<Item id="home-education" title="Guidance: when families choose home education" action="for-information">

### Guidance: When Families Choose Home Education

Read [Home education - Ministry of Education](#) and [www.nchenz.org.nz](http://www.nchenz.org.nz).

**Please see additional guidance on talking with families:**

**Family choice:** Families do not have to say why.

**Clear words:** Children aged 6–16 must stay enrolled until the exemption is granted. After 20 consecutive school days away a child is recorded as non-enrolled.

If you have questions, ask your Contract Relationship Manager.

</Item>

<Item id="shared" title="Information shared with schools" action="for-information">

The next bulletin for leaders of schools is on 12 May 2026.

</Item>

<Item id="coming-up" title="Coming up in our next newsletter" action="for-information">

- Updates on the AS-CMS
- Guidance on transitions

You can find all newsletters [here](#archive).

</Item>
`;

/** Every fault of it that has to be found: what is wrong, the rule and the words. */
export const itsFaults: readonly (readonly [fault: string, rule: string, words: string])[] = [
  ['contents typed by hand', 'issue/contents-match', 'In this issue:'],
  [
    'contents name a part for schools only',
    'issue/contents-match',
    'Drop In Sessions for Schools – action required',
  ],
  [
    'contents with a short form, heading in full',
    'issue/contents-match',
    'ISP Survey – for information',
  ],
  [
    'contents without a word of the heading',
    'issue/contents-match',
    'Multi Agency Survey - Sweets up for grabs – action required',
  ],
  [
    'contents with other words',
    'issue/contents-match',
    'Coming in our next newsletter– for information',
  ],
  ['no space before the dash', 'punct/dash-range', '– '],
  ['a session labelled as required', 'issue/action-label', 'action-required'],
  [
    'a heading twice, in other case',
    'heading/order',
    'Guidance: When Families Choose Home Education',
  ],
  ['an item of one sentence without a link', 'section/thin', 'Information shared with schools'],
  ['placeholder: on this page', 'link/placeholder', '[on this page](#)'],
  ['placeholder: here', 'link/placeholder', '[here](#)'],
  ['placeholder: here, again', 'link/placeholder', '[here](#todo)'],
  [
    'placeholder: session with a full stop',
    'link/placeholder',
    '[Register for 12 May session.](#)',
  ],
  ['placeholder: session', 'link/placeholder', '[Register for 14 May session](#)'],
  ['placeholder: Edge', 'link/placeholder', '[Microsoft Edge](#)'],
  ['placeholder: Chrome', 'link/placeholder', '[Google Chrome](#)'],
  ['placeholder: online survey', 'link/placeholder', '[online multi agency survey](#)'],
  ['placeholder: the survey', 'link/placeholder', '[the survey](#)'],
  [
    'placeholder: home education',
    'link/placeholder',
    '[Home education - Ministry of Education](#)',
  ],
  ['a link to a place that is not there', 'link/dead', '[here](#archive)'],
  ['link says: on this page', 'link/generic-text', 'on this page'],
  ['link says: here', 'link/generic-text', 'here'],
  ['link says: the survey', 'link/generic-text', 'the survey'],
  ['two links alike, two targets', 'link/duplicate-text', 'here'],
  ['a full stop inside a link', 'link/full-stop', 'Register for 12 May session.'],
  ['an address as the words of a link', 'link/bare-url', 'www.nchenz.org.nz'],
  ['a link without https', 'document/refused', '[www.nchenz.org.nz](http://www.nchenz.org.nz)'],
  ['an email address typed in a sentence', 'contact/registry', 'accounts@ministry.example'],
  ['a phone number that is no link, in a bullet', 'contact/registry', '0800 555 010'],
  ['an email address typed', 'contact/registry', 'desk@ministry.example'],
  ['weekday cut short', 'date/format', 'Tues'],
  ['times with a hyphen', 'time/format', '11-11.45am'],
  ['midday as 12', 'time/format', '12-12.45pm'],
  ['times with a full stop', 'time/format', '7.45am to 8.30am'],
  ['hyphen for a dash', 'punct/dash-range', ' - '],
  ['a date without its year', 'date/no-year', '15 May'],
  ['next week', 'date/relative', 'next week'],
  ['a bullet broken in two', 'list/broken', 'More'],
  ['ticks in bullets', 'list/manual-bullet', '✓'],
  ['mixed full stops', 'list/parallel', 'Makes it easier to hand a case on.'],
  ['a heading that skips levels', 'heading/order', 'Dates and times'],
  ['the date in bold as a heading', 'heading/order', '8 May 2026'],
  [
    'a bold line as a heading',
    'heading/order',
    'Please see additional guidance on talking with families:',
  ],
  ['a bold lead-in as a heading', 'heading/order', 'Family choice:'],
  ['ISP with two meanings', 'acronym/conflict', 'In School Provider (ISP)'],
  ['CRM before it is written out', 'acronym/first-use', 'CRM'],
  ['CA never written out', 'acronym/first-use', 'CA'],
  ['MOE never written out', 'acronym/first-use', 'MOE'],
  ['a title in two forms', 'term/preferred', 'Contract Relationship Manager'],
  ['a desk with three names', 'term/preferred', 'Education Service Desk'],
  ['a desk with three names', 'term/preferred', 'Education Sector Service Desk'],
  ['a form with three names', 'term/preferred', 'CA Support Request form'],
  ['drop in', 'term/preferred', 'drop in'],
  ['Drop In', 'term/preferred', 'Drop In'],
  ['multi agency', 'term/preferred', 'multi agency'],
  ['students and learners', 'term/mixed', 'Learners'],
  ['I, before anybody signs', 'voice/unsigned', 'I'],
  ['opinion in release notes', 'read/simplify', 'frustrating'],
  ['brackets like a placeholder', 'placeholder/text', '[10%]'],
  ['ALL', 'text/all-caps', 'ALL'],
  ['guidance that links to nothing', 'link/missing', 'Please see additional guidance'],
  ['the law without a source', 'guidance/unsourced', '20 consecutive school days'],
  ['ages without a source', 'guidance/unsourced', 'Children aged 6–16 must'],
  [
    'a survey without an end',
    'survey/closes',
    '<Survey title="forum survey" url="https://www.education.govt.nz/forum-survey">',
  ],
  ['a person named in a sign-off', 'signoff/typed', 'Robin Sample - Manager, Attendance Delivery'],
  ['links below', 'text/positional', 'using the links below'],
  ['title case', 'heading/style', 'Multi Agency Forum Survey - Sweets Up for Grabs'],
  ['te reo Māori not marked', 'reo/lang-tag', 'Kia ora koutou'],
];
