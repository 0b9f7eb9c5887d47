import type { DivergenceAccount, Explanation, GradientChecks, InitialData, LossPaths, Session } from '../types.ts';

/** The versions of an answer, each with the step from which it is valid. */
type Versions<T> = readonly (readonly [from: number, answer: T])[];
export type ByRef<T> = Readonly<Record<string, Versions<T>>>;

/** The answers of one iteration. */
export interface Answers {
  explain: ByRef<Explanation>;
  checks: ByRef<GradientChecks>;
  paths: ByRef<LossPaths>;
  divergence: DivergenceAccount | null;
}

/** By unit, the moment after each moment; null where it is not recorded. */
type Leads = Readonly<Record<string, readonly (number | null)[]>>;
export type Move = 'step' | 'back' | 'forward' | 'backward' | 'update';

/** The moments and answers of a page without a server, as the server exports them. */
export interface Recording {
  begins: number;
  /** The first moment of each iteration. */
  starts: readonly number[];
  moments: readonly Session[];
  moves: Readonly<Record<Move, Leads>>;
  answers: readonly Answers[];
}

/** The data block of a file. */
export type FileData = Pick<InitialData, 'query' | 'asked' | 'warnings' | 'presets' | 'lang' | 'program'> & {
  recording: Recording;
  /** Address of the same page with a server; '' where none is known. */
  live: string;
};

/** The version that is valid at a step; undefined where nothing is recorded. */
export function versionAt<T>(versions: Versions<T> | undefined, step: number): T | undefined {
  return versions?.filter(([from]) => from <= step).at(-1)?.[1];
}
