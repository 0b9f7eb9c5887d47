import type { DivergenceAccount, Explanation, GradientChecks, InitialData, LossPaths, Session } from '../types.ts';

/** An answer's versions, each with the step from which it holds. */
type Versions<T> = readonly (readonly [from: number, answer: T])[];
export type ByRef<T> = Readonly<Record<string, Versions<T>>>;

/** What is answered within one iteration. */
export interface Answers {
  explain: ByRef<Explanation>;
  checks: ByRef<GradientChecks>;
  paths: ByRef<LossPaths>;
  divergence: DivergenceAccount | null;
}

/** By the unit, where each moment leads; null where that is not recorded. */
type Leads = Readonly<Record<string, readonly (number | null)[]>>;
export type Move = 'step' | 'back' | 'forward' | 'backward' | 'update';

/** Everything a page without a server answers, as `app/backstep_lab/exports/offline` writes it down. */
export interface Recording {
  begins: number;
  /** The first moment of each iteration. */
  starts: readonly number[];
  moments: readonly Session[];
  moves: Readonly<Record<Move, Leads>>;
  answers: readonly Answers[];
}

/** The data block of a file. */
export type FileData = Pick<InitialData, 'query' | 'asked' | 'slips' | 'presets' | 'lang'> & {
  recording: Recording;
  /** A page that can do more; empty where none is known. */
  live: string;
};

/** The version that holds at a step; undefined where nothing is recorded about it. */
export function versionAt<T>(versions: Versions<T> | undefined, step: number): T | undefined {
  return versions?.filter(([from]) => from <= step).at(-1)?.[1];
}
