import linkPlaceholder from './links/link-placeholder.ts';
import issueContentsMatch from './structure/issue-contents-match.ts';
import issueActionLabel from './structure/issue-action-label.ts';
import datePastDeadline from './dates/date-past-deadline.ts';
import dateDeadlineAgrees from './dates/date-deadline-agrees.ts';
import dateWeekdayMismatch from './dates/date-weekday-mismatch.ts';
import dateClosedDay from './dates/date-closed-day.ts';
import contactRegistry from './structure/contact-registry.ts';
import privacyPersonalData from './structure/privacy-personal-data.ts';
import linkDead from './links/link-dead.ts';
import guidanceOwnership from './structure/guidance-ownership.ts';
import guidanceUnsourced from './structure/guidance-unsourced.ts';
import guidanceReviewDue from './structure/guidance-review-due.ts';
import linkGenericText from './links/link-generic-text.ts';
import linkDuplicateText from './links/link-duplicate-text.ts';
import linkFullStop from './links/link-full-stop.ts';
import linkMissing from './links/link-missing.ts';
import listBroken from './structure/list-broken.ts';
import reoMacronCanonical from './te-reo/reo-macron-canonical.ts';
import acronymFirstUse from './words/acronym-first-use.ts';
import acronymConflict from './words/acronym-conflict.ts';
import termPreferred from './words/term-preferred.ts';
import termMixed from './words/term-mixed.ts';
import dateRelative from './dates/date-relative.ts';
import dateAmbiguous from './dates/date-ambiguous.ts';
import dateNoYear from './dates/date-no-year.ts';
import timeFormat from './dates/time-format.ts';
import dateFormat from './dates/date-format.ts';
import dateImpossible from './dates/date-impossible.ts';
import eventComplete from './dates/event-complete.ts';
import surveyCloses from './dates/survey-closes.ts';
import punctDashRange from './dates/punct-dash-range.ts';
import linesJoined from './structure/lines-joined.ts';
import listParallel from './structure/list-parallel.ts';
import listManualBullet from './structure/list-manual-bullet.ts';
import headingOrder from './structure/heading-order.ts';
import headingStyle from './structure/heading-style.ts';
import textAllCaps from './words/text-all-caps.ts';
import fileLabel from './links/file-label.ts';
import readSentence from './words/read-sentence.ts';
import readGrade from './words/read-grade.ts';
import readSimplify from './words/read-simplify.ts';
import readPassive from './words/read-passive.ts';
import readRepeated from './words/read-repeated.ts';
import spellEnNz from './words/spell-en-nz.ts';
import inclusive from './words/inclusive.ts';
import textHidden from './words/text-hidden.ts';
import textPositional from './words/text-positional.ts';
import mailSubject from './mail/mail-subject.ts';
import mailPreheader from './mail/mail-preheader.ts';
import mailRequiredParts from './mail/mail-required-parts.ts';
import mailHtml from './mail/mail-html.ts';
import mailSize from './mail/mail-size.ts';
import emailTypo from './mail/email-typo.ts';
import phoneFormat from './structure/phone-format.ts';
import linkDomain from './links/link-domain.ts';
import linkBareUrl from './links/link-bare-url.ts';
import correctionStands from './dates/correction-stands.ts';
import xrefBulletinDate from './dates/xref-bulletin-date.ts';
import knownissueStale from './structure/knownissue-stale.ts';
import sectionThin from './structure/section-thin.ts';
import reoLangTag from './te-reo/reo-lang-tag.ts';
import reoPair from './te-reo/reo-pair.ts';
import reoPipe from './te-reo/reo-pipe.ts';
import placeholderText from './words/placeholder-text.ts';
import signoffTyped from './words/signoff-typed.ts';
import voiceUnsigned from './words/voice-unsigned.ts';
import type { Rule } from '../rule.ts';

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
  linesJoined,
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
  textHidden,
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
  correctionStands,
  xrefBulletinDate,
  knownissueStale,
  sectionThin,
  reoLangTag,
  reoPipe,
  placeholderText,
  signoffTyped,
  voiceUnsigned,
];
