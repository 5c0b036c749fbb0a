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
