/*
 * What other systems call consent in their exports. A word that is not here is never taken for a yes:
 * Ghost (members CSV: subscribed_to_emails, deleted_at), listmonk (subscribers.csv: status enabled,
 * disabled, blocklisted), Mailchimp (three files: UNSUB_TIME, UNSUB_REASON, CLEAN_TIME; cleaned, archived,
 * transactional), Campaign Monitor (State: Active, Unconfirmed, Unsubscribed, Bounced, Deleted; suppression
 * list: Marked as Spam), GovDelivery (Deleted Subscriber Report: Destination, Deletion Reason, Date Deleted); and, as
 * their help pages and exports have it, ActiveCampaign, Beehiiv, Brevo, Buttondown, Constant Contact, Dotdigital,
 * HubSpot, Klaviyo, Mailjet, Mailman, MailerLite, Salesforce Marketing Cloud and Substack.
 */

/** A no that is kept, by its reason. */
export type No = 'unsubscribed' | 'bounced' | 'complained';

/** How somebody stands by the words of a file. `waiting`: never confirmed. `removed`: no no of their own. */
export type Standing = 'subscribed' | 'waiting' | 'removed' | No;

/** What stands in a column of consent. */
export type ConsentColumn =
  /** A word for how somebody stands, or yes for who is on the list and no for who is not. */
  | { kind: 'state' }
  /** The same; or since when they are on the list. */
  | { kind: 'yes' }
  /** `no`: yes, a count or a moment means this. `trace`: whatever stands there does. */
  | { kind: 'no' | 'trace'; means: No | 'removed' }
  /** The ground of the consent, by the Unsolicited Electronic Messages Act 2007, s 4. */
  | { kind: 'basis' }
  /** Nothing that is known to be about consent; but where a plain no stands in it, that is one. */
  | { kind: 'other' };

const words = (text: string) => text.trim().split(/\s+/);

const columnsByKind: readonly (readonly [ConsentColumn, string])[] = [
  [
    { kind: 'state' },
    `status state subscriberstatus subscriberstate subscriptionstatus subscriptionstate emailstatus
     memberstatus contactstatus mailingstatus optinstatus subscribertype suppressionreason deletionreason
     emailsubscriptionstatus emailmarketingstatus deliverabilitystatus permissionstatus emailpermissionstatus
     subscribestatus channelsemailsubscribestatus optinstatus mailstatus deliverystatus emailmarketingconsent
     canreceiveemailmarketing canreceivemarketing marketingcontactstatus subscribedtoemails subscribedtoemail
     subscribedtonewsletter emailoptin emailoptedin optinemail optintoemails marketingoptin newsletteroptin emailconsent
     marketingconsent mailingconsent gdprconsent hasconsent hasconsented consentgiven consentgranted
     acceptsmarketing acceptsemail acceptsemails acceptsemailmarketing receiveemails
     receivesemails receivenewsletter receivesnewsletter wantsemail wantsemails permission
     permissiontoemail permissiontosend mayemail maycontact canemail enabled active isactive`,
  ],
  [{ kind: 'yes' }, 'subscribed issubscribed optin optedin confirmed consented'],
  [
    { kind: 'no', means: 'unsubscribed' },
    `unsubscribed isunsubscribed unsubscribe unsub unsubscribedat unsubscribedon unsubscribeddate
     unsubscribedtime unsubscribedate unsubscribetime dateunsubscribed unsubtime unsubdate
     unsubscriptiondate unsubscriptiontime optout optedout isoptedout optoutdate optouttime optedoutat
     optedouton emailoptout emailoptedout optoutemail optoutofemail optoutofemails hasoptedout
     hasoptedoutofemail marketingoptout donotemail donotbulkemail donotmail donotcontact donotsend
     suppressed suppressedat blocked blockedat blocklisted blocklist blacklisted blacklist emailblacklisted
     emaildisabled disabled inactive passive withdrawn consentwithdrawn unsubscribeall unsubscribedfromallemail
     optedoutofallemail optedoutofallemails portalunsubscribe emailunsubscribed emailblacklist emailblocklist
     emailblocklisted emailsuppressed emailsuppressedat emailsuppressiontimestamp isexcludedfromcampaigns
     excludedfromcampaigns excluded isexcluded confirmedoptoutdate noemail nomail donotsendemail`,
  ],
  [
    { kind: 'no', means: 'bounced' },
    `bounced bouncedat bouncedate datebounced bouncetime hardbounced hardbounce hardbounces bounce bounces
     cleaned cleanedat cleantime cleandate undeliverable dateundeliverable invalid invalidemail
     invalidemailaddress emailinvalid portalbounce globalbounce bouncedhard hardbouncecount dateheld heldat
     quarantined emailaddressquarantined`,
  ],
  [
    { kind: 'no', means: 'complained' },
    `complained complainedat complaint complaints complaintdate spam spamcomplaint spamcomplaints
     markedasspam reportedspam reportedasspam spamreport portalspamreport spamcomplaintcount`,
  ],
  [
    { kind: 'no', means: 'removed' },
    'deleted deletedat datedeleted deletiondate removed removedat',
  ],
  [
    { kind: 'trace', means: 'unsubscribed' },
    `unsubreason unsubreasonother unsubcampaigntitle unsubcampaignid unsubscribereason unsubscribedreason
     unsubscriptionreason optoutreason optoutsource confirmedoptoutreason confirmedoptoutsource emailsuppressions
     emailsuppression emailsuppressionreason`,
  ],
  [
    { kind: 'trace', means: 'bounced' },
    `cleancampaigntitle cleancampaignid bouncereason hardbouncereason emailhardbouncereason
     emailaddressquarantinereason`,
  ],
  [{ kind: 'basis' }, 'consent consentbasis basisofconsent'],
];

/** Columns of consent by their header in plain letters. */
const consentColumns: ReadonlyMap<string, ConsentColumn> = new Map(
  columnsByKind.flatMap(([column, headers]) =>
    words(headers).map((header): [string, ConsentColumn] => [header, column]),
  ),
);

/** What a header in plain letters says about consent: nothing, something known, or something that nobody knows. */
export function consentColumn(plainHeader: string): ConsentColumn | 'unknown' | undefined {
  const known = consentColumns.get(plainHeader);
  if (known) return known;
  return speaksOfConsent.test(plainHeader) && !harmless.test(plainHeader) ? 'unknown' : undefined;
}

const speaksOfConsent =
  /unsub|subscribe(?!r)|subscription|opt(?:ed)?(?:in|out)|consent|bounce|blocklist|blacklist|suppress|complain|donot|undeliver|spam|exclude|exclusion|quarantin|permission|gdpr|invalid|receive|deliverystatus|marketing(?:contact|preference|email)|emailnotification|(?:mailing|email|contact|bulletin|delivery)preference/;

/** When, where and how somebody joined, numbers of things, and consent to something that is no email. */
const harmless =
  /^(?:consentto(?:track|sms).*|optin(?:time|date|ip|source|method)|(?:date|time)(?:subscribed|optedin)|optedin(?:at|on|date)|subscribed?(?:at|on|date|time|from|ip|source)|confirmedoptin(?:date|source)|.*consenttimestamp|subscription(?:s|id|date|created|createdat|count|scount|source|origin)|.*softbounces?)$/;

const wordsByStanding: Readonly<Record<Standing, string>> = {
  subscribed: `subscribed subscribe active enabled confirmed optedin optin activesubscriber regular
    explicit implicit express implied marketingcontact`,
  waiting: `unconfirmed pending unactivated notconfirmed unverified awaitingconfirmation needsapproval
    invited transactional incompletedoubleoptin pendingconfirmation pendingoptin validating notset
    nopermissionset nopermissionsset temphold neversubscribed nonmarketingcontact`,
  removed: 'removed deleted',
  unsubscribed: `unsubscribed unsubscribe unsub optedout optout inactive disabled deactivated blocklisted
    blocklist blacklisted blacklist blocked banned suppressed manualsuppression notsubscribed nonsubscribed
    donotemail donotcontact donotmail left cancelled canceled archived withdrawn revoked declined refused
    rejected objected passive usersuppressed globallysuppressed
    sharedsuppression bysubscriber byuser disabledbyuser byadministrator blacklistedaddress globalunsubscribe`,
  bounced: `bounced bounce hardbounced hardbounce softbounced softbounce cleaned undeliverable invalid
    invalidemail invalidaddress nonexistent held dropped repeatedsoftdeliveryfailures
    repeatedharddeliveryfailures repeateddeliveryfailures deliveryfailure mailblocked unknownuser quarantined`,
  complained: `complained complaint spam spamcomplaint spamreport markedasspam reportedspam reportedasspam
    abuse abused abusereport junk ispcomplained directcomplaint`,
};

const isStanding = (text: string): text is Standing => text in wordsByStanding;

const standings: ReadonlyMap<string, Standing> = new Map(
  Object.entries(wordsByStanding).flatMap(([standing, said]) =>
    isStanding(standing) ? words(said).map((word): [string, Standing] => [word, standing]) : [],
  ),
);

const yes = new Set(words('yes y true t 1 x on ae ✓ ✔ ☑'));
const no = new Set(words('no n false f 0 off none never kao ✗ ✘ ☐'));

/** Grounds of consent that a file may name: express, inferred and deemed, and what people call them. */
const grounds = new Set(
  words(`express expressed expressconsent inferred inferredconsent implied deemed deemedconsent requested
    request asked agreed given granted signedup signup subscribed subscription optedin optin doubleoptin
    confirmed contract existingrelationship publishedaddress publishedroleaddress published`),
);

/** Grounds that deny it. */
const denials = new Set(words('notgiven notgranted noconsent denied expired'));

/** Words that say no wherever they stand, in a column of types, tags or notes too. */
const plainNos = new Set(
  words(`unsubscribed unsubscribe unsub optedout optout donotemail donotmail donotcontact blocklisted blacklisted
    suppressed bounced hardbounced hardbounce undeliverable complained spamcomplaint markedasspam reportedasspam`),
);

/** In plain letters and digits: "Opted out" is "optedout". Signs for ticks stay. */
const plainWord = (word: string) =>
  word
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9✓✔☑✗✘☐]/g, '');

/** How a word for a state says that somebody stands; undefined for a word that nobody knows. */
export function standingOfWord(word: string): Standing | undefined {
  const plain = plainWord(word);
  if (yes.has(plain)) return 'subscribed';
  return no.has(plain) ? 'unsubscribed' : standings.get(plain);
}

/**
 * What one cell says: a standing; `nothing`, where it is empty and silence is no consent; `unknown`, where
 * nobody knows the word; undefined, where it has nothing to say.
 */
export function readConsent(
  column: ConsentColumn,
  cell: string,
): Standing | 'nothing' | 'unknown' | undefined {
  const word = cell.trim();
  const plain = plainWord(word);
  // A list with nothing in it, [], says as little.
  if (/^[[\]{}"'\s]*$/.test(word)) return mayBeEmpty.has(column.kind) ? undefined : 'nothing';
  if (column.kind === 'other') return plainNo(word);
  const stands = standingOfWord(word);
  switch (column.kind) {
    case 'yes':
      return stands ?? (isMoment(word) ? 'subscribed' : 'unknown');
    case 'state':
      return stands ?? 'unknown';
    case 'no':
      if (no.has(plain)) return undefined;
      if (yes.has(plain) || /^[1-9]\d*$/.test(plain) || isMoment(word)) return column.means;
      return isNo(stands) ? stands : 'unknown';
    case 'trace':
      return isNo(stands) ? stands : column.means;
    case 'basis':
      if (grounds.has(plain)) return 'subscribed';
      return denials.has(plain) ? 'unsubscribed' : (stands ?? 'unknown');
  }
}

const mayBeEmpty: ReadonlySet<ConsentColumn['kind']> = new Set(['no', 'trace', 'other']);

/** The no that stands in a cell by itself, or as one of several tags. */
function plainNo(word: string): Standing | undefined {
  const found = word.split(/[,;|]/).find((part) => plainNos.has(plainWord(part)));
  return found === undefined ? undefined : standingOfWord(found);
}

/** Whether somebody stands against being written to. */
export const isNo = (standing: unknown): standing is No =>
  standing === 'unsubscribed' || standing === 'bounced' || standing === 'complained';

/** A day or a moment, as systems write them: 2026-05-08, 2026-05-08 09:12:31, 8/05/2026. */
const isMoment = (word: string) =>
  /^(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}\/\d{1,2}\/\d{4})(?:[T ,].*)?$/.test(word);
