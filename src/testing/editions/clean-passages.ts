import { readdirSync, readFileSync } from 'node:fs';

/*
 * Passages as good bulletins write them, te reo Māori included. A rule that finds an error or a
 * warning here raises a false alarm: `node scripts/bench.ts checks` prints how often. Each is the
 * text of an edition of 8 May 2026. Add what a rule was wrong about; never bend one to a rule.
 */

const folder = new URL('clean-passages/', import.meta.url);

/** Longer passages in the manner of five agencies, each a file in the folder beside. */
const longer = readdirSync(folder).map((name) => [
  name.replace('.mdx', ''),
  readFileSync(new URL(name, folder), 'utf8'),
]);

/** Good text by what it is about. */
export const cleanPassages: Readonly<Record<string, string>> = {
  ...Object.fromEntries(longer),
  'a welcome in te reo Māori and English':
    '<Greeting mi="Tēnā koutou katoa" />\n\nWelcome to the second term. We know that winter is hard on attendance, and that you are often the first to hear why. Thank you for the calls you make before 8am and the visits you make after 5pm. This edition is short so that you can get back to whānau.\n\n<SignOff mi="Ngā mihi nui" role="Manager" team="Attendance Service Delivery" />',
  'a deadline with a checklist':
    '<Item id="plans" title="Your plan for Term 3" action="action-required" due="2026-05-29">\n\nSend us your plan by <Day on="2026-05-29" />. Last year 61 of 84 catchments sent theirs early, which gave us time to talk each one through.\n\n<Checklist title="Your plan has to say">\n\n- which schools you will visit, and how often\n- who leads the work with iwi and hapū\n- what you stopped doing, and why\n\n</Checklist>\n\nTwo pages are enough.\n\n</Item>',
  'dates in a row, with their weekdays':
    'Sessions run on Monday 11 May, Tuesday 12 May, Wednesday 13 May, Thursday 14 May and Friday 15 May 2026. A second round is on Monday 18, Tuesday 19 and Wednesday 20 May 2026. The last two are on Thursday, 21 May 2026 and Friday, 22 May 2026.',
  'more dates, further away':
    'Term 2 began on Monday 20 April 2026 and ends on Friday 3 July 2026. Anzac Day was observed on Monday 27 April 2026. King’s Birthday is Monday 1 June 2026, and Matariki is Friday 10 July 2026. Term 3 starts on Monday 20 July 2026. Daylight saving ended on Sunday 5 April 2026 and starts again on Sunday 27 September 2026.',
  'dates in a sentence, with other numbers':
    'The hui on Tuesday 26 May 2026 takes 40 people, and the one on Wednesday 27 May 2026 takes 25. We read 312 comments between Thursday 28 May 2026 and Friday 29 May 2026. Of 170 schools, 9 in 10 answered by Tuesday 2 June 2026, and 3 more on Wednesday 3 June 2026. On Thursday 4 June 2026 we had them all.',
  'a session with times in words':
    '<Item id="session" title="Learn to read your monthly report" action="save-the-date">\n\nThis session is for people who read attendance reports for the first time. It runs from 11am to 11:45am. Another one runs from midday to 12:45pm on the same day, and one in the evening starts at 7pm.\n\n<Event id="reports" title="Reading a monthly report" audience="Providers" mode="online" sameContent="yes">\n\n<Session id="may" start="2026-05-20T11:00" end="2026-05-20T11:45" register="https://www.education.govt.nz/sessions/may" />\n\n</Event>\n\n</Item>',
  'words of te reo Māori in English sentences':
    'Kaiako told us that tamariki come back sooner when whānau hear good news first. Kura in three rohe now ring home on the first day, and rangatahi say that they notice. Ākonga who were away for a tangihanga should not have to explain it twice. Ask kaumātua how they would like to be told.',
  'a whakataukī with its meaning':
    '<Reorua mi="He aha te mea nui o te ao? He tangata, he tangata, he tangata" en="What is the most important thing in the world? It is people, it is people, it is people" />\n\nThis whakataukī opened our hui in Rotorua, and it is a good one to end the month with.',
  'places with macrons':
    'Providers from Whangārei, Tāmaki Makaurau, Taupō, Whakatāne, Ōpōtiki and Manawatū met in Ōtautahi in April. Those from Wānaka, Ōamaru and Kaikōura joined online. Next time we meet in Ōtepoti or in Kāpiti.',
  'a release note':
    '<Item id="release" title="What the release of 7 May changed" action="for-information">\n\nThe attendance service case management system (AS-CMS) had a release on 7 May 2026. Case managers can now sort their list by date. Notes keep their line breaks. One fault is still with us: a long list takes a few seconds to open. You can follow it in the [known issues](/known-issues/).\n\n</Item>',
  'questions and answers':
    '## Can a school see a closed case?\n\nYes. A school sees every case of its own students, open or closed. It cannot change a closed case.\n\n## Who can open it again?\n\nA workflow lead can. If you think that a case was closed too early, ring them first: they may know something that is not in the notes.',
  'steps to follow':
    'To add a person to your team:\n\n1. Open the list of your staff.\n2. Select **Add a person**, and type their name as it is on their login.\n3. Choose a role. You can change it later.\n4. Select **Save**. The person gets an email within 10 minutes.\n\nIf the email does not arrive, look in the junk folder before you do it again.',
  'a survey with a last day':
    '<Item id="survey" title="Tell us about forms" action="have-your-say">\n\nWe are changing three forms, and we would like to hear which parts of them slow you down.\n\n<Survey title="survey on forms" url="https://www.education.govt.nz/surveys/forms" closes="2026-05-29">\n\nIt takes 5 minutes. You can stop halfway and go on later.\n\n</Survey>\n\n</Item>',
  'numbers and money':
    'In quarter 1 you worked with 4,812 students in 1,206 schools. Three in four came back within 20 days. We paid 97% of invoices inside 10 working days. The other 3% had no purchase order number. An hour of interpreting costs $85, or $120 after 6pm.',
  'a quotation from a provider':
    '“We stopped sending letters,” one provider told us. “We just rang, and rang again, and in the end nan picked up.” Their region went from 58% to 71% in two terms. As a principal put it, “the kids know who turns up for them”.',
  'where to read more':
    'These pages are open to everybody:\n\n- [Attendance rules – Ministry of Education](https://www.education.govt.nz/attendance-rules)\n- [Sharing the mahi – Education Review Office](https://ero.govt.nz/sharing-the-mahi)\n- [Setting term dates [PDF, 460 KB]](https://www.education.govt.nz/term-dates.pdf)',
  'short forms written out':
    'The National Certificate of Educational Achievement (NCEA) is changing, and the New Zealand Qualifications Authority (NZQA) has told schools how. If a student of yours sits NCEA this year, ask their school which standards count. NZQA answers questions from providers too.',
  'contacts by name':
    'Your <Contact id="contract-and-relationship-manager" /> knows your contract. The Service Desk knows the system: email <Contact id="service-desk" />. Neither can tell you how an application for home education is going; the <Contact id="regional-office" /> can.',
  'privacy, in plain words':
    'Never put a student’s name in the subject of an email. If you have to send a list, use the secure portal and ring the person who is waiting for it. If it goes to the wrong person, tell us within the hour. Nobody has ever lost a contract because they told us quickly.',
  'working with iwi':
    'Ngāti Porou and Ngāi Tahu each sent us what they have learnt from two years of working with kura. Both start with whakapapa and with kai. Both ask us to share the data first and the plan later. Their reports are on the [guidance page for families](/guidance/home-education/).',
  'bad weather':
    'After the storm on 29 April 2026, 46 schools were shut for a day or more. Use the code for a closed school and not the one for an absent student. If a family is still cut off, the days count as explained. You do not have to open a case for them.',
  'Māori language week, long before':
    'Te Wiki o te Reo Māori is in September. Last year 12 of you put your voicemail into te reo, and families noticed. Learn three sentences by heart: who you are, where you ring from, and that nobody is in trouble. A kuia from Ōtaki recorded them for us.',
  'a new colleague in a role':
    'A new Senior Advisor for the lower North Island starts on Monday 25 May 2026. They come from a kura in Porirua, where they led the pastoral team for six years. In their first month they will visit each provider between Levin and Wellington. You do not need to prepare anything.',
  'what comes next':
    '<Item id="coming-up" title="What the June newsletter will bring" action="for-information">\n\n<ComingUp edition="2026-06-12">\n\n- What we learnt from your plans\n- A guide to the new forms\n- How three rural providers share one van\n\n</ComingUp>\n\nIs something missing? Tell us by the end of May.\n\n</Item>',
  'a callout':
    '<Callout kind="warning" title="Scam emails about invoices">\n\nTwo providers had an email that asked them to change a bank account. We never ask for that by email. If you get one, do not answer it. Ring your manager on the number you have always used.\n\n</Callout>',
  'learning from others':
    'A rural school in Southland sends its van to the far end of the valley first. A big one in Manukau opens its gym at 7am. In Naenae, the wharenui is where people meet when school feels too big. None of this cost much, and all of it was somebody’s idea at a staff meeting.',
  'winter, and codes for it':
    'Winter is hard on everyone. Last year, one in five students missed at least a week between June and August. Most of them were ill; some had no warm coat. When you ring home, ask first how people are.\n\n1. Ring or text home before 10am.\n2. Note what you were told, and by whom.\n3. If nobody answers for two days, tell the student’s kaiako.\n\n“We started texting a photo of the breakfast club,” says a principal in Wainuiomata. “By week 6 we had run out of Weet-Bix.”',
  'a hui with a host':
    'Te Kura Kaupapa Māori o Horouta Wānanga hosts this hui. Kaumātua will open it with karakia at 9am, and kai is provided. You’ll hear from Tairāwhiti providers who have cut chronic absence by a third. Non-Māori staff are very welcome: bring your questions, and an open mind.\n\n<Reorua mi="Ehara taku toa i te toa takitahi, engari he toa takitini" en="My strength is not that of one, but of many" />',
  'a van in Cannons Creek':
    'In Cannons Creek, four schools and a church share one van. It costs each of them about $1,400 a term. The driver, a grandfather of three, knows every stop; he waits two minutes, then toots. Since Term 1, the number of students who arrive after the bell has halved.\n\nThe idea came from whānau. One nan told the board that she couldn’t get five mokopuna to three schools by 8:45am without a car. Nobody had asked her before. Ngāti Toa helped with the first year’s petrol, and the city council with parking.',
  Matariki:
    'Mānawatia a Matariki! Many kura will celebrate before the term ends, and we would love to hear how. In Levin, the attendance team gets up at 5am with everyone else and cooks the sausages. Attendance that week was the best of the year.',
  'wāhine, tāngata and other pairs':
    'Two wāhine from Ngāti Raukawa run the service in Ōtaki. One of them is a kuia who taught at the kura for forty years; the other is her mokopuna. They say that he tangata kī tahi is what whānau look for: a person of their word.',
  'who does what':
    'We check each report within five days. If something is missing, we ring you. You are paid on the 20th of the month, or on the next working day. Payments are made by the shared services team, who also answer questions about tax.',
};

/** How many pairs of a weekday and a date stand in them, each right. */
export const rightPairs = 57;
