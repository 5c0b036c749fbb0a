import linkPlaceholder from './rules/link-placeholder.ts';
import issueContentsMatch from './rules/issue-contents-match.ts';
import issueActionLabel from './rules/issue-action-label.ts';
import datePastDeadline from './rules/date-past-deadline.ts';
import dateWeekdayMismatch from './rules/date-weekday-mismatch.ts';
import contactRegistry from './rules/contact-registry.ts';
import privacyPersonalData from './rules/privacy-personal-data.ts';
import linkDead from './rules/link-dead.ts';
import guidanceOwnership from './rules/guidance-ownership.ts';
import linkGenericText from './rules/link-generic-text.ts';
import linkDuplicateText from './rules/link-duplicate-text.ts';
import listBroken from './rules/list-broken.ts';
import reoMacronCanonical from './rules/reo-macron-canonical.ts';
import acronymFirstUse from './rules/acronym-first-use.ts';
import acronymConflict from './rules/acronym-conflict.ts';
import termPreferred from './rules/term-preferred.ts';
import dateRelative from './rules/date-relative.ts';
import dateAmbiguous from './rules/date-ambiguous.ts';
import timeFormat from './rules/time-format.ts';
import dateFormat from './rules/date-format.ts';
import eventComplete from './rules/event-complete.ts';
import punctDashRange from './rules/punct-dash-range.ts';
import listParallel from './rules/list-parallel.ts';
import listManualBullet from './rules/list-manual-bullet.ts';
import headingOrder from './rules/heading-order.ts';
import headingStyle from './rules/heading-style.ts';
import textAllCaps from './rules/text-all-caps.ts';
import fileLabel from './rules/file-label.ts';
import dateClosedDay from './rules/date-closed-day.ts';
import dateDeadlineAgrees from './rules/date-deadline-agrees.ts';
import termMixed from './rules/term-mixed.ts';
import type { Rule } from './rule.ts';

/** Every rule, those that matter most first. */
export const rules: readonly Rule[] = [
  linkPlaceholder,
  issueContentsMatch,
  issueActionLabel,
  datePastDeadline,
  dateWeekdayMismatch,
  contactRegistry,
  privacyPersonalData,
  linkDead,
  guidanceOwnership,
  linkGenericText,
  linkDuplicateText,
  listBroken,
  reoMacronCanonical,
  acronymFirstUse,
  acronymConflict,
  termPreferred,
  dateRelative,
  dateAmbiguous,
  timeFormat,
  dateFormat,
  eventComplete,
  punctDashRange,
  listParallel,
  listManualBullet,
  headingOrder,
  headingStyle,
  textAllCaps,
  fileLabel,
  dateClosedDay,
  dateDeadlineAgrees,
  termMixed,
];
