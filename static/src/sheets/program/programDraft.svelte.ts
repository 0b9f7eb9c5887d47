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

/** A leaf, and its numbers that an update changes. */
export interface TrainedLeaf {
  ref: string;
  trained: readonly string[];
  share: 'all' | 'some' | 'none';
}

/** A program that is being written: its text, its values, and what the server says of it. */
export class ProgramDraft {
  text = $state('');
  #target: string | null = $state(null);
  /** Undefined for the choice that the server makes; null for the one of names alone, which older specs have. */
  #train: readonly string[] | null | undefined = $state.raw();
  /** The text that `#target` and `#train` were last chosen for. */
  #chosenText = '';
  /** Nothing was left out when they were chosen: leaves that are typed later are trained as well. */
  #trainsAll = $state(false);
  /** The last answer; null while there is a mistake. */
  reading: ProgramReading | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  /** As typed, also of names that the text does not have any more. */
  #values: Readonly<Record<string, string>> = $state.raw({});
  /** Names without a value in the text, and the values that the server suggests. */
  #leaves: readonly string[] = $state.raw([]);
  #suggested: Readonly<Record<string, number>> = $state.raw({});

  constructor({ program, values = {}, target = null, train }: ProgramSpec) {
    this.text = this.#chosenText = program;
    this.#target = target;
    this.#train = train;
    this.#values = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
  }

  get isEmpty(): boolean { return this.text.trim() === ''; }

  /** The leaves that need a value beside the text. */
  get leaves(): Leaf[] {
    return this.#leaves.map((name) => {
      const text = this.#values[name] ?? String(this.#suggested[name] ?? '');
      return { name, text, isWrong: tensorOf(text) === null };
    });
  }

  /** What is differentiated; null for what the text says. */
  get target(): string | null {
    return this.#target !== null && (this.#isAsChosen || this.#isWanted(this.#target)) ? this.#target : null;
  }

  set target(ref: string | null) {
    this.#choose(ref, this.#trained);
  }

  /** The leaves of the program, each with how much of it an update changes. */
  get choices(): TrainedLeaf[] {
    const trained = new Set(this.reading?.trained);
    return (this.reading?.variables ?? []).filter(({ is_leaf: isLeaf }) => isLeaf).map(({ ref, nodes }) => {
      const some = nodes.filter((node) => trained.has(node));
      return { ref, trained: some, share: some.length === 0 ? 'none' : some.length === nodes.length ? 'all' : 'some' };
    });
  }

  /** Train a leaf or leave it as it is; of the others what is trained stays, also single elements. False where nothing would be trained. */
  train(leaf: string, isOn: boolean): boolean {
    const chosen = this.choices.flatMap(({ ref, trained, share }) =>
      ref === leaf ? (isOn ? [ref] : []) : share === 'some' ? trained : share === 'all' ? [ref] : []);
    if (chosen.length > 0) this.#choose(this.target, chosen);
    return chosen.length > 0;
  }

  #choose(target: string | null, train: readonly string[] | null | undefined): void {
    this.#target = target;
    this.#train = train;
    this.#chosenText = this.text;
  }

  get #isAsChosen(): boolean { return this.text === this.#chosenText; }

  /** The chosen leaves as far as the text still has them. */
  get #trained(): readonly string[] | null | undefined {
    if (this.#isAsChosen) return this.#train;
    const left = this.#trainsAll ? [] : (this.#train ?? []).filter((ref) => this.#isWanted(ref));
    return left.length > 0 ? left : undefined;
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
    return { program: this.text, values: Object.fromEntries(values), ...this.#chosen };
  }

  /** What a session is made of: with the suggested values; null where something is wrong. */
  get spec(): ProgramSpec | null {
    if (this.reading === null || this.leaves.some(({ isWrong }) => isWrong)) return null;
    const values = Object.fromEntries(this.leaves.map(({ name, text }) => [name, tensorOf(text)!]));
    return { program: this.text, values, ...this.#chosen };
  }

  get #chosen(): Pick<ProgramSpec, 'target' | 'train'> {
    const train = this.#trained;
    return { ...(this.target ? { target: this.target } : {}), ...(train === undefined ? {} : { train: train && [...train] }) };
  }

  read(reading: ProgramReading): void {
    this.reading = reading;
    if (reading.program === this.#chosenText) this.#trainsAll = this.choices.every(({ share }) => share === 'all');
    this.problem = null;
    this.#suggested = { ...this.#suggested, ...reading.needs };
    this.#leaves = reading.variables.filter(({ is_leaf: isLeaf, line }) => isLeaf && line === 0).map(({ name }) => name);
  }

  refuse(problem: Problem): void {
    this.reading = null;
    this.problem = problem;
  }

  /** Whether the text has the name of a ref: a value for another one would be refused. */
  #isWanted(ref: string): boolean {
    const name = ref.replace(/[[#].*$/, '');
    return new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, 'u').test(this.text);
  }
}
