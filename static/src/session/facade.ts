import type { Operation, Problem, Session, TrainingProgress } from '../wire/types.ts';
import type { Wish } from '../quiz/endpoint.ts';
import type { Attention } from './attention.svelte.ts';
import type { MarkState, Theme, Words } from './lab.ts';
import type { Line } from './connection.svelte.ts';
import type { Moment } from './sessionView.svelte.ts';
import type { Notes } from './learnerSignals.svelte.ts';
import type { Player } from './player.svelte.ts';
import type { Judged, Prediction } from './prediction.svelte.ts';
import type { Questions } from './queryRetries.svelte.ts';
import type { Renewed } from './renewal.ts';
import type { PendingRetry } from './retry.ts';
import type { Ending, Run } from './trainingRun.svelte.ts';
import type { Outcome, Score } from './score.svelte.ts';
import type { Settings } from './settings.svelte.ts';

/** What a part of the lab knows or does by itself, handed on under one name. What concerns several parts is the lab's. */
export abstract class Facade {
  protected abstract readonly moment: Moment;
  protected abstract readonly settings: Settings;
  protected abstract readonly attention: Attention;
  protected abstract readonly player: Player;
  protected abstract readonly line: Line;
  protected abstract readonly questions: Questions;
  protected abstract readonly run: Run;
  protected abstract readonly notes: Notes;
  protected abstract readonly prediction: Prediction;

  get busy(): boolean { return this.line.busy; }
  get online(): boolean { return this.line.online; }
  get retry(): PendingRetry | null {
    const { retry } = this.questions;
    return this.line.retry ?? (retry && { ...retry, what: 'question' });
  }
  get renewed(): Renewed | null { return this.line.renewed; }
  get training(): boolean { return this.run.training; }
  get progress(): TrainingProgress | null { return this.run.progress; }
  get queued(): number { return this.run.queued; }
  get resumed(): number | null { return this.run.resumed; }
  get pace(): number | null { return this.run.pace; }
  get ending(): Ending | null { return this.run.endingAt(this.session.revision); }
  get problem(): Problem | null { return this.line.problem; }
  get session(): Session { return this.moment.shown; }
  get operation(): Operation | null { return this.moment.shown.operation; }
  get pointed(): string | null { return this.attention.pointed; }
  get selected(): string | null { return this.attention.selected; }
  get explanation(): Operation | null { return this.attention.explanation; }
  get trail(): string[] { return this.attention.trail; }
  get playing(): boolean { return this.player.playing; }
  get speed(): number { return this.player.speed; }
  get noted(): string | null { return this.notes.noted; }
  get wished(): string | null { return this.notes.wished; }
  get digits(): number { return this.settings.digits; }
  get theme(): Theme { return this.settings.theme; }
  get lang(): string { return this.settings.lang; }

  // Bound, for these are handed on as functions.
  readonly valueOf = (ref: string): number | null => this.moment.valueOf(ref);
  readonly stateOf = (ref: string): MarkState => this.moment.stateOf(ref);
  readonly text = (key: string, args?: Words): string => this.settings.text(key, args);
  get predicting(): boolean { return this.prediction.on; }
  get asked(): Wish | null { return this.prediction.wish; }
  get outcome(): Outcome | null { return this.prediction.outcome; }
  get score(): Score { return this.prediction.score; }
  get judged(): Judged | null { return this.prediction.judged; }

  point(ref: string | null): void { this.attention.pointed = ref; }
  open(ref: string): void { this.attention.open(ref); }
  close(): void { this.attention.close(); }
  backOnTrail(): void { this.attention.backOnTrail(); }
  note(what: string): void { this.notes.note(what); }
  forgetNotes(): void { this.notes.forget(); }
  wish(what: string): void { this.notes.wish(what); }
  play(): void { this.player.play(); }
  pause(): void { this.player.pause(); }
  setSpeed(speed: number): void { this.player.setSpeed(speed); }
  setDigits(digits: number): void { this.settings.setDigits(digits); }
  setTheme(theme: Theme): void { this.settings.setTheme(theme); }
  dismissProblem(): void { this.line.problem = null; }
  dismissRenewed(): void { this.line.renewed = null; }
  retryNow(): void {
    this.line.hurry();
    this.questions.hurry();
  }
  giveUp(): void {
    if (this.line.retry) this.line.giveUp();
    else this.questions.giveUp();
  }
}
