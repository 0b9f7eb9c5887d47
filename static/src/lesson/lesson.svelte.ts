import type { LessonContent, LessonPassage, SameFunction } from '../wire/lessons.ts';
import type { Begin } from '../wire/types.ts';
import { updateAddress } from '../session/address.ts';
import type { Lab } from '../session/lab.svelte.ts';
import type { HiddenMark, LessonState } from '../session/lessonState.ts';
import type { Part } from '../session/parts.ts';
import { isKeptIn, keptLesson, keepLesson } from './keptLesson.ts';
import { showTask } from './showTask.ts';
import { isDone, missedEdit, type TaskStart, type TaskState } from './task.ts';

/** Parts of the page that every passage shows. */
const ALWAYS: readonly Part[] = ['network', 'header', 'display', 'steps', 'text', 'full'];

/** The introduction has one button at a time, in its text. */
const IN_INTRODUCTION: readonly Part[] = ['network', 'header', 'display', 'text'];

/** A lesson under way: which passage is shown, and whether its task is done. */
export class Lesson implements LessonState {
  at = $state(0);
  done = $state(false);
  /** The learner asked for the solution. */
  shown = $state(false);
  /** The passage's question has been answered: its verdict stays. */
  judged = $state(false);
  /** A number that was changed, but not to what the task asks for. */
  missed: number | null = $state(null);
  /** What was written, where it is not what the task asks for. */
  miswritten: SameFunction | null = $state.raw(null);
  /** The last passage is done. */
  complete = $state(false);
  /** Goes up whenever a passage begins, also when the same one begins again. */
  entered = $state(0);
  #content: LessonContent = $state.raw({} as LessonContent);
  #began: TaskStart = { iteration: 0, done: 0, value: null };
  /** Until the session is open the page shows its first picture, which may be of another passage. */
  awaited = $state(true);

  /** `read` gets the lesson in another language. */
  constructor(content: LessonContent, at: number, private readonly lab: Lab, private readonly read: (slug: string, lang: string) => Promise<LessonContent>) {
    this.#content = content;
    this.at = Math.min(Math.max(at, 0), content.script.length - 1);
  }

  get content(): LessonContent { return this.#content; }
  get isIntroduction(): boolean { return this.#content.number === 0; }
  get passage(): LessonPassage { return this.#content.script[this.at]!; }
  get last(): boolean { return this.at === this.#content.script.length - 1; }

  /** The parts that the passage names, and the inspector where its task needs it or a number is open. */
  get parts(): ReadonlySet<Part> {
    const { see, task } = this.passage;
    if (this.isIntroduction) return new Set(IN_INTRODUCTION);
    const inspects = task.kind === 'open' || task.kind === 'edit' || this.lab.attention.selected !== null;
    const parts = new Set<Part>([...ALWAYS, ...see, ...(inspects ? (['inspector'] as const) : [])]);
    // The task has a button of its own for its run.
    if (task.kind === 'train') parts.delete('training');
    return parts;
  }

  get wantsStep(): boolean { return this.passage.task.kind === 'step' && !this.done; }
  get wantsProgram(): boolean { return this.passage.task.kind === 'write' && !this.done && this.miswritten === null; }

  get hiddenMarks(): ReadonlySet<HiddenMark> { return new Set(this.passage.hide); }

  /** The call that makes a session at the start of the passage. */
  get begin(): Begin { return beginOf(this.passage); }

  /** Prepare the page for the passage that it opened with. */
  enter(): void {
    this.#enter(this.at);
  }

  async go(at: number): Promise<void> {
    const passage = this.#content.script[at];
    if (!passage) return;
    const goesOn = at === this.at + 1 && this.done && passage.goes_on;
    // The passage changes once its session is open: no question is asked of the previous one.
    if (goesOn || (await this.lab.replacement.openSettings(beginOf(passage)))) this.#enter(at);
  }

  next(): Promise<void> { return this.go(this.at + 1); }
  previous(): Promise<void> { return this.go(this.at - 1); }

  /** The passage from its beginning. */
  async again(): Promise<void> {
    if (await this.lab.replacement.openSettings(this.begin)) this.#enter(this.at);
  }

  async show(): Promise<void> {
    this.shown = true;
    await showTask(this.passage.task, this.lab);
  }

  /** A prediction was answered or its answer was shown: the number appears. */
  async answered(outcome: { shown: boolean }): Promise<void> {
    const { task } = this.passage;
    this.shown = outcome.shown;
    this.judged = true;
    if (task.kind === 'predict' && task.step !== null) await this.lab.stepping.seek(this.lab.session.position.iteration, task.step);
    this.#finish();
  }

  /** Check whether the task is done; called after every change. */
  watch(seen: TaskState): void {
    if (this.awaited && !this.lab.embedded) return;
    const { task } = this.passage;
    if (!this.done && isDone(task, seen, this.#began)) this.#finish();
    this.missed = this.done ? null : missedEdit(task, seen, this.#began);
  }

  /** What the learner wrote was compared with what the task asks for. */
  compared(found: SameFunction): void {
    this.miswritten = found.differs === null ? null : found;
    if (found.differs === null) this.#finish();
  }

  /** The session has changed: remember it. */
  moved(session: string | null): void {
    if (this.awaited && session !== null) this.#settle(session);
    this.#keep();
  }

  /** The session of an earlier visit, where that ended at this passage. */
  keptSession(): string | null {
    const kept = keptLesson(this.content.slug);
    return kept?.at === this.at && isKeptIn(kept, this.lab.settings.lang) ? kept.session : null;
  }

  /** The first session is open: the passage begins at its position, and is done if it was when it was left. */
  #settle(session: string): void {
    this.awaited = false;
    this.#begin();
    const kept = this.lab.embedded ? null : keptLesson(this.content.slug);
    if (kept?.done && kept.at === this.at && kept.session === session) this.#finish();
  }

  #keep(): void {
    if (!this.lab.embedded) keepLesson(this.content.slug, { at: this.at, session: this.lab.session.id, lang: this.lab.settings.lang, done: this.done });
  }

  async inLang(lang: string): Promise<() => void> {
    const content = await this.read(this.#content.slug, lang);
    return () => (this.#content = content);
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
    this.missed = this.miswritten = null;
    this.lab.stepping.setUnit(unit);
    this.lab.workspace.showOnly(view === '' ? null : view);
    this.lab.attention.close();
    this.lab.signals.forget();
    this.lab.attention.point(null);
    this.lab.attention.mark(point);
    this.#begin();
    if (!this.lab.embedded && !this.isIntroduction) updateAddress({ passage: String(at + 1) });
    if (!this.awaited) this.#keep();
  }

  #begin(): void {
    const { task } = this.passage;
    const { position } = this.lab.session;
    this.#began = {
      iteration: position.iteration,
      done: doneIn(position),
      value: task.kind === 'edit' ? this.lab.numbers.valueOf(task.ref) : null,
    };
  }
}

const beginOf = ({ state }: LessonPassage): Begin => ({ state, reveal_upcoming: false });

export const doneIn = ({ iteration, step, steps }: { iteration: number; step: number; steps: number }): number =>
  iteration + (step === steps ? 1 : 0);
