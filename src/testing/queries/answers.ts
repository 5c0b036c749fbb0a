/* Addresses of the sample site that labelled queries lead to. */

export const ask = '/guidance/attendance-service-queries/';
export const home = '/guidance/home-education/';
export const access = '/guidance/as-cms-access/';
export const issue = (number: number) => `/known-issues/ki-00${number}/`;
export const may = (item: string) => `/newsletters/2026-05-08/#${item}`;
export const april = (item: string) => `/newsletters/2026-04-10/#${item}`;
export const contact = (id: string) => `/contacts/#${id}`;
export const term = (id: string) => `/glossary/#${id}`;
export const release = (day: string) => `/releases/as-cms-${day}/`;

export const invoicing = may('quarter-1-reporting-and-invoicing');
export const forProviders = may('as-cms-drop-in-sessions-for-providers');
export const forSchools = may('as-cms-drop-in-sessions-for-schools');

export const events = '/events/';
export const actions = '/actions/';
export const feeds = '/feeds/';
export const newsletters = '/newsletters/';
export const knownIssues = '/known-issues/';
export const desk = contact('service-desk');
export const correction = '/corrections/2026-04-14-public-holidays-in-term-2/';
export const releaseFeb = release('2026-02-16');
export const releaseMay = release('2026-05-07');
export const whatsNew = may('as-cms-update');
export const queries = may('where-to-send-as-cms-queries');
export const forum = may('multi-agency-forum-survey');
export const ispSurvey = may('in-school-provision-survey');
export const homeNews = may('home-education-guidance');
export const toldSchools = may('information-shared-with-schools');
export const ahead = may('coming-up');
export const roles = april('check-your-as-cms-roles');
export const reports = april('quarter-1-reports');
export const term2 = april('term-2-dates');
export const aprilRelease = april('as-cms-in-schools');
export const newStaff = april('new-staff-in-term-2');
export const ideas = april('coming-up');
