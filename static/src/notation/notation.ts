import type { Lock } from '../wire/types.ts';

/** How the numbers of a session are written and said, by their refs; one for each kind of model. */
export interface Notation {
  /** MathML on one line, without the element `math`; the text itself where it is no ref. */
  mathml(ref: string): string;
  /** Unicode, for plain text. */
  plain(ref: string): string;
  /** In words. */
  spoken(ref: string): string;
  /** Whether the sign is always printed: of gradients, for which it matters most. */
  printsSign(ref: string): boolean;
  editable(ref: string): boolean;
  /** Whether its value may be turned by a slider or a knob. */
  turns(ref: string): boolean;
  /** What locks it where it is editable. */
  lockOf(ref: string): Lock;
  /** Whether it is given: no operation computes it. */
  isGiven(ref: string): boolean;
  /** Message of where a given number is from; null for one that is computed. `explained`: its operation is known. */
  givenKey(ref: string, explained: boolean): string | null;
  /** The gradient of the parameter that a number belongs to. */
  gradientOf(ref: string): string | null;
  /** Whether a gradient is that of a number which can be changed by itself. */
  isGradientOfGiven(gradient: string): boolean;
  /** The value after the update. */
  updatedOf(ref: string): string;
  /** The parameter that a number belongs to. */
  parameterOf(ref: string | null): string | null;
  /** Numbers that an update changes. */
  readonly parameters: readonly string[];
}

export type Say = (key: string, args?: Record<string, string | number>) => string;
