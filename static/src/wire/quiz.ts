/** Questions about numbers, and verdicts on the answers. */
import type { components } from './schema.gen.ts';

type Wire = components['schemas'];
export type Question = Wire['Question'];
export type Verdict = Wire['Verdict'];
export type AskName = Wire['Question']['ask'];

/** A question about a number. */
export interface QuestionSpec {
  ref: string;
  ask: AskName;
  other?: string;
  among?: string[];
  /** 1 for the number's value in the next iteration. */
  later?: number;
  digits?: number;
}
