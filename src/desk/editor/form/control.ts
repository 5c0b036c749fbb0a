import type { Form } from '../../protocol/form.ts';
import type { Editing } from '../editing.ts';

/** What a field of a form is made of. */
export interface FieldOrder {
  form: Form;
  /** Tells it from all others on the page. */
  id: string;
  label: string;
  needed: boolean;
  value: string;
  editing: Editing;
  /** The value of another field of the same form, now. */
  beside?: (name: string) => string;
  /** Hears of each value that is entered; an empty one is no value. */
  change: (value: string) => void;
}

/** One value of a form on the page. */
export interface FieldOnPage {
  element: HTMLElement;
  /** Shows another value, such as one that came back by undoing. */
  show: (value: string) => void;
  /** Says beneath it what is wrong with it; nothing takes that away. */
  fault: (words: string | undefined) => void;
}

/** The control of a field, whatever label and hint stand around it. */
export interface Control {
  element: HTMLElement;
  /** What the label belongs to, where that is not the element itself. */
  input?: HTMLElement;
  show: (value: string) => void;
  /** A line beneath it that tells more of the value, such as its weekday. */
  more?: HTMLElement;
}
