import { parseNumber } from '../../notation/numberFormat.ts';
import type { ProgramReading, ProgramSpec, Tensor } from '../../wire/program.ts';
import type { Problem } from '../../wire/types.ts';

/** What a learner has typed for a leaf, as a value; null where it is none. */
export function tensorOf(text: string): Tensor | null {
  if (!text.trim().startsWith('[')) return parseNumber(text);
  try {
    const value: unknown = JSON.parse(text.replaceAll('−', '-'));
    return isTensor(value) ? value : null;
  } catch {
    return null;
  }
}

const isTensor = (value: unknown): value is Tensor =>
  (typeof value === 'number' && Number.isFinite(value)) || (Array.isArray(value) && value.length > 0 && value.every(isTensor));

export interface Leaf {
  name: string;
  text: string;
  isWrong: boolean;
}

/** A program that is being written: its text, its values, and what the server says of it. */
export class ProgramDraft {
  text = $state('');
  target: string | null = $state(null);
  train: readonly string[] | null = $state.raw(null);
  /** The last answer; null while there is a mistake. */
  reading: ProgramReading | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  /** As typed, also of names that the text does not have any more. */
  #values: Readonly<Record<string, string>> = $state.raw({});
  /** Names without a value in the text, and the values that the server suggests. */
  #leaves: readonly string[] = $state.raw([]);
  #suggested: Readonly<Record<string, number>> = $state.raw({});

  constructor({ program, values = {}, target = null, train = null }: ProgramSpec) {
    this.text = program;
    this.target = target;
    this.train = train;
    this.#values = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
  }

  /** The leaves that need a value beside the text. */
  get leaves(): Leaf[] {
    return this.#leaves.map((name) => {
      const text = this.#values[name] ?? String(this.#suggested[name] ?? '');
      return { name, text, isWrong: tensorOf(text) === null };
    });
  }

  set(name: string, text: string): void {
    this.#values = { ...this.#values, [name]: text };
  }

  /** What is sent to be checked: only the values that are some. */
  get checked(): ProgramSpec {
    const values = Object.entries(this.#values).flatMap(([name, text]): [string, Tensor][] => {
      const value = tensorOf(text);
      return value === null || !this.#isWanted(name) ? [] : [[name, value]];
    });
    return { program: this.text, values: Object.fromEntries(values), target: this.target, train: this.train === null ? null : [...this.train] };
  }

  /** What a session is made of: with the suggested values; null where something is wrong. */
  get spec(): ProgramSpec | null {
    if (this.reading === null || this.leaves.some(({ isWrong }) => isWrong)) return null;
    const values = Object.fromEntries(this.leaves.map(({ name, text }) => [name, tensorOf(text)!]));
    const { target, train } = this.checked;
    return { program: this.text, values, ...(target ? { target } : {}), ...(train ? { train } : {}) };
  }

  read(reading: ProgramReading): void {
    this.reading = reading;
    this.problem = null;
    this.#suggested = { ...this.#suggested, ...reading.needs };
    this.#leaves = reading.variables.filter(({ is_leaf: isLeaf, line }) => isLeaf && line === 0).map(({ name }) => name);
  }

  refuse(problem: Problem): void {
    this.reading = null;
    this.problem = problem;
  }

  /** A value for a name that the text does not have would be refused. */
  #isWanted(name: string): boolean {
    return new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, 'u').test(this.text);
  }
}
