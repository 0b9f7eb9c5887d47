import { getContext, setContext } from 'svelte';
import type { Api, Edit } from '../wire/client.ts';
import type { Verdict, Wish } from '../quiz/endpoint.ts';
import type { SessionFile } from '../sheets/export/endpoint.ts';
import type {
  Begin, GradientComparison, Lock, LossPaths, Operation, PresetSummary, Problem, Session, Slip, TrainingProgress, TrainingWish, Unit,
} from '../wire/types.ts';
import type { Lesson } from '../lesson/lesson.svelte.ts';
import type { Judged } from './prediction.svelte.ts';
import type { Part } from './parts.ts';
import type { Renewed } from './renewal.ts';
import type { PendingRetry } from './retry.ts';
import type { Ending } from './trainingRun.svelte.ts';
import type { Outcome, Score } from './score.svelte.ts';
import type { Trial } from './whatIf.svelte.ts';

export type Theme = 'auto' | 'light' | 'dark';
export type MarkState = 'pending' | 'active' | 'done' | 'stale';
export type Words = Record<string, string | number>;

/** A gradient beside a difference of the loss over ±ε. */
export type GradientCheck = GradientComparison & { epsilon: number };

/** All that a component may see and do. Getters are reactive; nothing else writes state. */
export interface Lab {
  /** The latest answer, merged; with what is on its way already drawn in. */
  readonly session: Session;
  /** The operation in hand: the one done last. */
  readonly operation: Operation | null;
  readonly presets: PresetSummary[];
  /** Whether the address wants this part of the page at all. */
  shows(part: Part): boolean;
  /** The lesson that the page teaches. */
  readonly lesson: Lesson | null;
  /** What may be seen but not changed. */
  isLocked(part: Lock): boolean;
  /** What in the address could not be, until dismissed. */
  readonly slips: Slip[];
  dismissSlips(): void;
  /** Name of the preset on the stage. */
  readonly preset: string;
  readonly embedded: boolean;

  /** null: not computed yet. Products and terms are included once seen. */
  valueOf(ref: string): number | null;
  stateOf(ref: string): MarkState;

  /** Hover and focus: picture, formula and tables light up together. */
  readonly pointed: string | null;
  point(ref: string | null): void;

  /** What the inspector shows; `trail` holds the refs opened one from another, oldest first. */
  readonly selected: string | null;
  open(ref: string): void;
  /** Back to the number before, or out of the inspector. */
  close(): void;
  readonly explanation: Operation | null;
  readonly trail: string[];
  backOnTrail(): void;

  /** A session to ask about, made now if there is none yet: a frame's waits for the first click. */
  begin(): Promise<void>;
  /** A question to the server about the session; null while there is none. Questions change nothing. */
  ask<T>(question: (api: Api, id: string) => Promise<T>): Promise<T | null>;
  /** An edit of the session: parameters, data, training, network. `back` takes it back. */
  change(edit: Omit<Edit, 'revision'>): Promise<boolean>;

  /** Questions about a gradient, which change nothing; null while there is nobody to ask. */
  checkOf(ref: string): Promise<GradientCheck | null>;
  pathsOf(ref: string): Promise<LossPaths | null>;

  /** A point whose forward pass the picture shows in place of the moment, until the session moves on. */
  readonly trial: Trial | null;
  tryOut(trial: Trial | null): void;

  /** The view that is open beside the picture, and the sheet that lies over the panel; names of `views/registry.ts`. */
  readonly view: string | null;
  setView(name: string | null): void;
  readonly sheet: string | null;
  openSheet(name: string | null): void;

  /** What the learner did last in a view, such as `race`; null until then, and again in another session. */
  readonly noted: string | null;
  note(what: string): void;
  /** Something else begins: what was done before does not count for it. */
  forgetNotes(): void;
  /** What a view is asked to do by itself, and then notes. */
  readonly wished: string | null;
  wish(what: string): void;

  readonly unit: Unit;
  setUnit(unit: Unit): void;
  readonly playing: boolean;
  /** Steps per second. */
  readonly speed: number;
  play(): void;
  pause(): void;
  setSpeed(speed: number): void;

  readonly busy: boolean;
  readonly training: boolean;
  readonly progress: TrainingProgress | null;
  /** Runs that are before this one while it waits for its turn. */
  readonly queued: number;
  /** Iterations after which the run under way went on over another connection; null where none broke. */
  readonly resumed: number | null;
  /** Examples a second of the run under way or the one before. */
  readonly pace: number | null;
  /** How the last run ended, until the session moves on. */
  readonly ending: Ending | null;
  readonly online: boolean;
  /** What a busy server put off and is asked for again by itself; null while nothing waits. */
  readonly retry: PendingRetry | null;
  retryNow(): void;
  /** Drop what waits: a change is not made, a question stays without an answer. */
  giveUp(): void;
  readonly problem: Problem | null;
  dismissProblem(): void;
  /** The session is gone, and what took its place could not be quite the same: what it keeps of it. */
  readonly renewed: Renewed | null;
  dismissRenewed(): void;
  /** The way out of a stale tab: load the session as the other tab left it. */
  reload(): Promise<void>;
  /** The moment as text for an address; null where it is too much for one, or there is no session yet. */
  link(): Promise<string | null>;
  /** What an address says of this moment: its place, or the whole of it; null where it is too much for one. */
  momentInAddress(): Promise<Record<string, string> | null>;
  /** Where Backstep stands, without a slash at its end. */
  readonly home: string;
  /** To the moment of such a text, in a session of its own. */
  follow(state: string): Promise<boolean>;

  /** Predict mode: each single number is answered before it is told. False where it cannot be turned on. */
  readonly predicting: boolean;
  setPredicting(on: boolean): Promise<boolean>;
  /** What stands to be answered before the next step is done. */
  readonly asked: Wish | null;
  /** How the last such question ended. */
  readonly outcome: Outcome | null;
  /** The question is done with: the step that it held up follows. */
  answered(outcome: Outcome): Promise<void>;
  readonly score: Score;
  /** The answer judged last, to this question or any other; a page around the frame hears of each. */
  readonly judged: Judged | null;
  judge(verdict: Verdict, outcome: Outcome, seconds: number): Promise<void>;

  step(): Promise<void>;
  back(): Promise<void>;
  forwardPass(): Promise<void>;
  backwardPass(): Promise<void>;
  update(): Promise<void>;
  /** `step` null: to the end of the iteration. */
  seek(iteration: number, step: number | null): Promise<void>;
  train(wish: TrainingWish): Promise<void>;
  stop(): void;
  reset(): Promise<void>;
  /** To the initial weights, with the settings as they are now; `back` takes it back. */
  rewind(): Promise<void>;
  /** A session of such settings takes this one's place; where they cannot be, this one stays and the problem is told. */
  openSettings(settings: Begin): Promise<boolean>;
  /** A session out of a file takes this one's place, with the same refusal. */
  openFile(file: SessionFile): Promise<boolean>;
  /** The parameters of a safetensors file, as an edit. */
  openParameters(file: Blob): Promise<boolean>;
  edit(ref: string, value: number): Promise<void>;
  /** Another example of the batch, counted from 0. */
  setFocus(focus: number): Promise<void>;
  choosePreset(name: string): Promise<void>;
  setLearningRate(value: number): Promise<void>;

  readonly digits: number;
  setDigits(digits: number): void;
  readonly theme: Theme;
  setTheme(theme: Theme): void;
  readonly lang: string;
  setLang(lang: string): void;
  /** A word or sentence of the catalogue in the language in use. */
  text(key: string, args?: Words): string;
}

const KEY = Symbol('lab');

export const provideLab = (lab: Lab): Lab => setContext(KEY, lab);
export const useLab = (): Lab => getContext<Lab>(KEY);
