import type { Lesson as Told, LessonPassage } from './endpoint.ts';
import type { Begin } from '../wire/types.ts';
import { inAddress } from '../session/address.ts';
import type { Lab } from '../session/lab.ts';
import { recall, remember } from '../session/storage.ts';
import type { Part } from '../session/parts.ts';
import { show } from './show.ts';
import { isDone, type Began, type Seen } from './task.ts';

/** What stands on the page whatever a scene says. */
const ALWAYS: readonly Part[] = ['network', 'header', 'display', 'steps', 'text'];

/** Where somebody left a lesson: the passage, and the session it had come to. */
interface Left {
  at: number;
  session: string | null;
  done: boolean;
}

/** A lesson under way: which passage, whether its one thing is done, and where that was left. */
export class Lesson {
  at = $state(0);
  done = $state(false);
  /** The learner asked to be shown. */
  shown = $state(false);
  /** The passage's question was answered just now: what was said of it stays. */
  judged = $state(false);
  /** The last passage is done. */
  complete = $state(false);
  /** Goes up whenever a passage begins, be it the same one again. */
  entered = $state(0);
  #told: Told = $state.raw({} as Told);
  #began: Began = { iteration: 0, done: 0, value: null };
  /** Until the page has its session it shows the picture that it came with, which may be of another passage. */
  awaited = $state(true);

  /** `read` gets the lesson in another language. */
  constructor(told: Told, at: number, private readonly lab: Lab, private readonly read: (slug: string, lang: string) => Promise<Told>) {
    this.#told = told;
    this.at = Math.min(Math.max(at, 0), told.script.length - 1);
  }

  get told(): Told { return this.#told; }
  get passage(): LessonPassage { return this.#told.script[this.at]!; }
  get last(): boolean { return this.at === this.#told.script.length - 1; }

  /** What of the page the scene wants, and the inspector where a task needs it or a number was opened. */
  get parts(): ReadonlySet<Part> {
    const { see, task } = this.passage;
    const inspects = task.kind === 'open' || task.kind === 'edit' || this.lab.selected !== null;
    return new Set<Part>([...ALWAYS, ...see, ...(inspects ? (['inspector'] as const) : [])]);
  }

  /** The call that makes the session of the passage, for whoever comes to it afresh. */
  get begin(): Begin { return beginOf(this.passage); }

  /** Dress the stage for the passage that the page opened with. */
  enter(): void {
    this.#enter(this.at);
  }

  async go(at: number): Promise<void> {
    const passage = this.#told.script[at];
    if (!passage) return;
    const goesOn = at === this.at + 1 && this.done && passage.goes_on;
    // The passage changes once its session is there: no question is put to the one before.
    if (goesOn || (await this.lab.openSettings(beginOf(passage)))) this.#enter(at);
  }

  next(): Promise<void> { return this.go(this.at + 1); }
  previous(): Promise<void> { return this.go(this.at - 1); }

  /** The passage from its beginning. */
  async again(): Promise<void> {
    if (await this.lab.openSettings(this.begin)) this.#enter(this.at);
  }

  async show(): Promise<void> {
    this.shown = true;
    await show(this.passage.task, this.lab);
  }

  /** A prediction was answered, or shown: the number appears. */
  async answered(outcome: { shown: boolean }): Promise<void> {
    const { task } = this.passage;
    this.shown = outcome.shown;
    this.judged = true;
    if (task.kind === 'predict' && task.step !== null) await this.lab.seek(this.lab.session.position.iteration, task.step);
    this.#finish();
  }

  /** Look whether it is done; asked whenever the lab has moved. */
  watch(seen: Seen): void {
    if (this.awaited && !this.lab.embedded) return;
    if (!this.done && isDone(this.passage.task, seen, this.#began)) this.#finish();
  }

  /** The session moved: what is on the stage can be come back to. */
  moved(session: string | null): void {
    if (this.awaited && session !== null) this.#settle(session);
    this.#keep();
  }

  /** The first session is there: the passage begins where it stands, and is done if it was. */
  #settle(session: string): void {
    this.awaited = false;
    this.#begin();
    const before = this.lab.embedded ? null : left(this.#told.slug);
    if (before?.done && before.at === this.at && before.session === session) this.#finish();
  }

  #keep(): void {
    if (this.lab.embedded) return;
    const here: Left = { at: this.at, session: this.lab.session.id, done: this.done };
    remember(keyOf(this.#told.slug), JSON.stringify(here));
  }

  async speak(lang: string): Promise<void> {
    this.#told = await this.read(this.#told.slug, lang);
  }

  #finish(): void {
    this.done = true;
    if (this.last) this.complete = true;
    if (!this.awaited) this.#keep();
  }

  #enter(at: number): void {
    this.at = at;
    this.entered += 1;
    const { view, unit, point } = this.passage;
    this.done = this.shown = this.judged = false;
    this.lab.setUnit(unit);
    this.lab.setView(view === '' ? null : view);
    this.lab.close();
    this.lab.forgetNotes();
    this.lab.point(point[0] ?? null);
    // A frame makes its session late; a view has something to ask of it.
    if (this.lab.embedded && view !== '' && this.lab.session.id === null) void this.lab.begin();
    this.#begin();
    if (!this.lab.embedded) inAddress({ passage: String(at + 1) });
    if (!this.awaited) this.#keep();
  }

  #begin(): void {
    const { task } = this.passage;
    const { position } = this.lab.session;
    this.#began = {
      iteration: position.iteration,
      done: doneIn(position),
      value: task.kind === 'edit' ? this.lab.valueOf(task.ref) : null,
    };
  }
}

const beginOf = ({ state }: LessonPassage): Begin => ({ state, ahead: false });
const keyOf = (slug: string): string => `lesson:${slug}`;

/** Where a lesson was left on this computer. */
export function left(slug: string): Left | null {
  try {
    const found = JSON.parse(recall(keyOf(slug)) ?? 'null') as Partial<Left> | null;
    return found && Number.isInteger(found.at) ? { at: found.at!, session: found.session ?? null, done: found.done === true } : null;
  } catch {
    return null;
  }
}

export const doneIn = ({ iteration, step, steps }: { iteration: number; step: number; steps: number }): number =>
  iteration + (step === steps ? 1 : 0);
