import linkPlaceholder from './rules/links/link-placeholder.ts';
import issueContentsMatch from './rules/structure/issue-contents-match.ts';
import issueActionLabel from './rules/structure/issue-action-label.ts';
import datePastDeadline from './rules/dates/date-past-deadline.ts';
import dateDeadlineAgrees from './rules/dates/date-deadline-agrees.ts';
import dateWeekdayMismatch from './rules/dates/date-weekday-mismatch.ts';
import dateClosedDay from './rules/dates/date-closed-day.ts';
import contactRegistry from './rules/structure/contact-registry.ts';
import privacyPersonalData from './rules/structure/privacy-personal-data.ts';
import linkDead from './rules/links/link-dead.ts';
import guidanceOwnership from './rules/structure/guidance-ownership.ts';
import guidanceUnsourced from './rules/structure/guidance-unsourced.ts';
import guidanceReviewDue from './rules/structure/guidance-review-due.ts';
import linkGenericText from './rules/links/link-generic-text.ts';
import linkDuplicateText from './rules/links/link-duplicate-text.ts';
import linkFullStop from './rules/links/link-full-stop.ts';
import linkMissing from './rules/links/link-missing.ts';
import listBroken from './rules/structure/list-broken.ts';
import reoMacronCanonical from './rules/te-reo/reo-macron-canonical.ts';
import acronymFirstUse from './rules/words/acronym-first-use.ts';
import acronymConflict from './rules/words/acronym-conflict.ts';
import termPreferred from './rules/words/term-preferred.ts';
import termMixed from './rules/words/term-mixed.ts';
import dateRelative from './rules/dates/date-relative.ts';
import dateAmbiguous from './rules/dates/date-ambiguous.ts';
import dateNoYear from './rules/dates/date-no-year.ts';
import timeFormat from './rules/dates/time-format.ts';
import dateFormat from './rules/dates/date-format.ts';
import dateImpossible from './rules/dates/date-impossible.ts';
import eventComplete from './rules/dates/event-complete.ts';
import surveyCloses from './rules/dates/survey-closes.ts';
import punctDashRange from './rules/dates/punct-dash-range.ts';
import listParallel from './rules/structure/list-parallel.ts';
import listManualBullet from './rules/structure/list-manual-bullet.ts';
import headingOrder from './rules/structure/heading-order.ts';
import headingStyle from './rules/structure/heading-style.ts';
import textAllCaps from './rules/words/text-all-caps.ts';
import fileLabel from './rules/links/file-label.ts';
import readSentence from './rules/words/read-sentence.ts';
import readGrade from './rules/words/read-grade.ts';
import readSimplify from './rules/words/read-simplify.ts';
import readPassive from './rules/words/read-passive.ts';
import readRepeated from './rules/words/read-repeated.ts';
import spellEnNz from './rules/words/spell-en-nz.ts';
import inclusive from './rules/words/inclusive.ts';
import textPositional from './rules/words/text-positional.ts';
import mailSubject from './rules/mail/mail-subject.ts';
import mailPreheader from './rules/mail/mail-preheader.ts';
import mailRequiredParts from './rules/mail/mail-required-parts.ts';
import mailHtml from './rules/mail/mail-html.ts';
import mailSize from './rules/mail/mail-size.ts';
import emailTypo from './rules/mail/email-typo.ts';
import phoneFormat from './rules/structure/phone-format.ts';
import linkDomain from './rules/links/link-domain.ts';
import linkBareUrl from './rules/links/link-bare-url.ts';
import xrefBulletinDate from './rules/dates/xref-bulletin-date.ts';
import knownissueStale from './rules/structure/knownissue-stale.ts';
import sectionThin from './rules/structure/section-thin.ts';
import reoLangTag from './rules/te-reo/reo-lang-tag.ts';
import reoPair from './rules/te-reo/reo-pair.ts';
import reoPipe from './rules/te-reo/reo-pipe.ts';
import placeholderText from './rules/words/placeholder-text.ts';
import signoffTyped from './rules/words/signoff-typed.ts';
import voiceUnsigned from './rules/words/voice-unsigned.ts';
import type { Rule } from './rule.ts';

/** Every rule, those that matter most first. */
export const rules: readonly Rule[] = [
  linkPlaceholder,
  issueContentsMatch,
  issueActionLabel,
  datePastDeadline,
  dateDeadlineAgrees,
  dateWeekdayMismatch,
  dateClosedDay,
  contactRegistry,
  privacyPersonalData,
  linkDead,
  guidanceOwnership,
  guidanceUnsourced,
  guidanceReviewDue,
  linkGenericText,
  linkDuplicateText,
  linkFullStop,
  linkMissing,
  listBroken,
  reoMacronCanonical,
  reoPair,
  acronymFirstUse,
  acronymConflict,
  termPreferred,
  termMixed,
  dateRelative,
  dateAmbiguous,
  dateNoYear,
  timeFormat,
  dateFormat,
  dateImpossible,
  eventComplete,
  surveyCloses,
  punctDashRange,
  listParallel,
  listManualBullet,
  headingOrder,
  headingStyle,
  textAllCaps,
  fileLabel,
  readSentence,
  readGrade,
  readSimplify,
  readPassive,
  readRepeated,
  spellEnNz,
  inclusive,
  textPositional,
  mailSubject,
  mailPreheader,
  mailRequiredParts,
  mailHtml,
  mailSize,
  emailTypo,
  phoneFormat,
  linkDomain,
  linkBareUrl,
  xrefBulletinDate,
  knownissueStale,
  sectionThin,
  reoLangTag,
  reoPipe,
  placeholderText,
  signoffTyped,
  voiceUnsigned,
];
