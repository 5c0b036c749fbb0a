import linkPlaceholder from './rules/link-placeholder.ts';
import issueContentsMatch from './rules/issue-contents-match.ts';
import issueActionLabel from './rules/issue-action-label.ts';
import datePastDeadline from './rules/date-past-deadline.ts';
import dateDeadlineAgrees from './rules/date-deadline-agrees.ts';
import dateWeekdayMismatch from './rules/date-weekday-mismatch.ts';
import dateClosedDay from './rules/date-closed-day.ts';
import contactRegistry from './rules/contact-registry.ts';
import privacyPersonalData from './rules/privacy-personal-data.ts';
import linkDead from './rules/link-dead.ts';
import guidanceOwnership from './rules/guidance-ownership.ts';
import guidanceUnsourced from './rules/guidance-unsourced.ts';
import guidanceReviewDue from './rules/guidance-review-due.ts';
import linkGenericText from './rules/link-generic-text.ts';
import linkDuplicateText from './rules/link-duplicate-text.ts';
import linkFullStop from './rules/link-full-stop.ts';
import linkMissing from './rules/link-missing.ts';
import listBroken from './rules/list-broken.ts';
import reoMacronCanonical from './rules/reo-macron-canonical.ts';
import acronymFirstUse from './rules/acronym-first-use.ts';
import acronymConflict from './rules/acronym-conflict.ts';
import termPreferred from './rules/term-preferred.ts';
import termMixed from './rules/term-mixed.ts';
import dateRelative from './rules/date-relative.ts';
import dateAmbiguous from './rules/date-ambiguous.ts';
import dateNoYear from './rules/date-no-year.ts';
import timeFormat from './rules/time-format.ts';
import dateFormat from './rules/date-format.ts';
import dateImpossible from './rules/date-impossible.ts';
import eventComplete from './rules/event-complete.ts';
import surveyCloses from './rules/survey-closes.ts';
import punctDashRange from './rules/punct-dash-range.ts';
import listParallel from './rules/list-parallel.ts';
import listManualBullet from './rules/list-manual-bullet.ts';
import headingOrder from './rules/heading-order.ts';
import headingStyle from './rules/heading-style.ts';
import textAllCaps from './rules/text-all-caps.ts';
import fileLabel from './rules/file-label.ts';
import readSentence from './rules/read-sentence.ts';
import readGrade from './rules/read-grade.ts';
import readSimplify from './rules/read-simplify.ts';
import readPassive from './rules/read-passive.ts';
import readRepeated from './rules/read-repeated.ts';
import spellEnNz from './rules/spell-en-nz.ts';
import inclusive from './rules/inclusive.ts';
import textPositional from './rules/text-positional.ts';
import mailSubject from './rules/mail-subject.ts';
import mailPreheader from './rules/mail-preheader.ts';
import mailRequiredParts from './rules/mail-required-parts.ts';
import mailHtml from './rules/mail-html.ts';
import mailSize from './rules/mail-size.ts';
import emailTypo from './rules/email-typo.ts';
import phoneFormat from './rules/phone-format.ts';
import linkDomain from './rules/link-domain.ts';
import linkBareUrl from './rules/link-bare-url.ts';
import xrefBulletinDate from './rules/xref-bulletin-date.ts';
import knownissueStale from './rules/knownissue-stale.ts';
import sectionThin from './rules/section-thin.ts';
import reoLangTag from './rules/reo-lang-tag.ts';
import reoPair from './rules/reo-pair.ts';
import reoPipe from './rules/reo-pipe.ts';
import placeholderText from './rules/placeholder-text.ts';
import signoffTyped from './rules/signoff-typed.ts';
import voiceUnsigned from './rules/voice-unsigned.ts';
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
