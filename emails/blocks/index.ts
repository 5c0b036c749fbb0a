import type { ComponentSet } from '../../src/rendering/components.ts';
import wrapper from '../Document.astro';
import { sentence } from '../sentence-blocks.ts';
import { table } from '../table.ts';
import { words } from '../words.ts';
import Attachments from './Attachments.astro';
import Button from './Button.astro';
import Callout from './Callout.astro';
import Category from './Category.astro';
import Checklist from './Checklist.astro';
import ComingUp from './ComingUp.astro';
import Contact from './Contact.astro';
import Dates from './Dates.astro';
import Event from './Event.astro';
import Fold from './Fold.astro';
import Greeting from './Greeting.astro';
import Guidance from './Guidance.astro';
import Item from './Item.astro';
import KnownIssue from './KnownIssue.astro';
import Only from './Only.astro';
import Picture from './pictures/Picture.astro';
import Pictures from './pictures/Pictures.astro';
import Principle from './Principle.astro';
import Quote from './Quote.astro';
import Release from './Release.astro';
import Reorua from './Reorua.astro';
import Session from './Session.astro';
import SignOff from './SignOff.astro';
import Survey from './Survey.astro';
import Table from './Table.astro';

/** The email rendering of the contract: MJML, and plain HTML within a sentence. */
export const email: ComponentSet = {
  Attachments,
  Button,
  Callout,
  Category,
  Checklist,
  ComingUp,
  Contact,
  Dates,
  EmailOnly: Only,
  Event,
  Fold,
  For: Only,
  Greeting,
  Guidance,
  Item,
  KnownIssue,
  Picture,
  Pictures,
  Principle,
  Quote,
  Release,
  Reorua,
  Session,
  SignOff,
  Survey,
  Table,
  WebOnly: Only,
  sentence,
  table,
  words,
  wrapper,
};
