import type { BlockName } from '../../src/blocks/contract.ts';
import type { Context } from '../../src/blocks/context.ts';
import type { Block } from '../../src/document/tree.ts';
import Button from './Button.astro';
import Callout from './Callout.astro';
import Checklist from './Checklist.astro';
import ComingUp from './ComingUp.astro';
import Contact from './Contact.astro';
import Day from './Day.astro';
import Event from './Event.astro';
import Greeting from './Greeting.astro';
import Guidance from './Guidance.astro';
import Item from './Item.astro';
import KnownIssue from './KnownIssue.astro';
import Only from './Only.astro';
import Period from './Period.astro';
import Picture from './Picture.astro';
import Principle from './Principle.astro';
import Release from './Release.astro';
import Reo from './Reo.astro';
import Reorua from './Reorua.astro';
import Session from './Session.astro';
import SignOff from './SignOff.astro';
import Survey from './Survey.astro';

/** What every block component takes. */
export interface BlockProps<Name extends BlockName> {
  node: Extract<Block, { name: Name }>;
  context: Context;
  /** Within a sentence rather than on a line of its own. */
  inSentence?: boolean;
}

type Components = { [Name in BlockName]: (props: BlockProps<Name>) => unknown };

/** The email rendering of the contract: each prints MJML, or plain HTML within a sentence. */
export const emailBlocks = {
  Button,
  Callout,
  Checklist,
  ComingUp,
  Contact,
  Day,
  EmailOnly: Only,
  Event,
  For: Only,
  Greeting,
  Guidance,
  Item,
  KnownIssue,
  Period,
  Picture,
  Principle,
  Release,
  Reo,
  Reorua,
  Session,
  SignOff,
  Survey,
  WebOnly: Only,
} satisfies Components;

/* A method, so that a component which takes the node of its own name stands for one that takes any. */
interface AnyComponent {
  render(props: { node: Block; context: Context; inSentence?: boolean }): unknown;
}

/** The component that renders blocks of this name. */
export const componentOf = (name: BlockName): AnyComponent['render'] => emailBlocks[name];
