import type { Api, Edit } from '../wire/client.ts';
import type { SessionFile } from '../sheets/export/endpoint.ts';
import type { Verdict } from '../quiz/endpoint.ts';
import type {
  Begin, InitialData, Lock, LossPaths, Operation, PresetSummary, Problem, Query, Session, Slip, TrainingWish, Unit,
} from '../wire/types.ts';
import { left, Lesson } from '../lesson/lesson.svelte.ts';
import { parseRef } from '../notation/refs.ts';
import { inAddress, NOWHERE, saysOf } from './address.ts';
import { Attention } from './attention.svelte.ts';
import { Beginning } from './sessionStart.ts';
import { Facade } from './facade.ts';
import { Line } from './connection.svelte.ts';
import type { GradientCheck, Lab } from './lab.ts';
import { Moment } from './sessionView.svelte.ts';
import { Notes } from './learnerSignals.svelte.ts';
import { Prediction } from './prediction.svelte.ts';
import { Player } from './player.svelte.ts';
import { Questions } from './queryRetries.svelte.ts';
import type { Clock } from './queue.ts';
import { Run } from './trainingRun.svelte.ts';
import type { Outcome } from './score.svelte.ts';
import { Scrub } from './seekLatest.ts';
import { partsOf, type Part } from './parts.ts';
import { Settings } from './settings.svelte.ts';
import type { Trial } from './whatIf.svelte.ts';
import { Where } from './urlSync.ts';

export interface Surroundings {
  api: Api;
  embedded: boolean;
  /** A clock each for the player, the queue, the address and a question put off: waking one leaves the others asleep. */
  clock: () => Clock;
  /** Between 0 and 1. */
  random: () => number;
}

/** The one writer of state: what a learner does, in terms of the line to the server, the moment, the settings. */
export class LiveLab extends Facade implements Lab {
  readonly embedded: boolean;
  readonly home: string;
  readonly presets: PresetSummary[];
  unit: Unit = $state('term');
  preset = $state('');
  view: string | null = $state(null);
  sheet: string | null = $state(null);
  trial: Trial | null = $state.raw(null);
  protected readonly moment: Moment;
  protected readonly settings: Settings;
  protected readonly attention: Attention;
  protected readonly player: Player;
  protected readonly line: Line;
  #api: Api;
  protected readonly questions: Questions;
  protected readonly run: Run;
  #scrub: Scrub;
  #where: Where;
  protected readonly prediction: Prediction;
  #beginning: Beginning;
  #parts: ReadonlySet<Part>;
  #hidden: ReadonlySet<string>;
  readonly lesson: Lesson | null;
  protected readonly notes = new Notes();
  slips: Slip[] = $state.raw([]);

  constructor(initial: InitialData, { api, embedded, clock, random }: Surroundings) {
    super();
    const { query } = initial;
    this.#api = api;
    this.embedded = embedded;
    this.home = initial.home;
    this.presets = initial.presets;
    this.preset = initial.session.spec.preset ?? query.preset;
    this.unit = query.unit;
    this.slips = initial.slips;
    this.questions = new Questions(clock, random);
    this.lesson = this.#lessonOf(initial, api);
    this.#beginning = new Beginning(initial, this);
    this.#parts = partsOf(query);
    this.#hidden = new Set(query.hide);
    this.prediction = new Prediction(query.predict === 1 && this.#parts.has('formula'));
    this.#where = new Where(api, clock());
    this.moment = new Moment(initial.session);
    this.settings = new Settings(initial.lang, initial.messages ?? '', askedOf(initial));
    this.attention = new Attention((ref) => this.#explain(ref));
    this.line = new Line(api, this.moment, {
      begin: () => this.#beginning.body,
      kept: () => this.#beginning.kept(),
      keep: (id) => this.#beginning.keep(id),
      changed: () => this.#moved(),
    }, clock(), random);
    this.#scrub = new Scrub(api, this.line);
    this.run = new Run(api, this.line, () => performance.now());
    this.player = new Player(clock(), () => this.#advance());
    this.lesson?.enter();
    // An embed makes a session only when one is first needed.
    if (!embedded) void this.line.begin();
  }

  dismissSlips(): void { this.slips = []; }
  shows(part: Part): boolean {
    return this.lesson ? this.lesson.parts.has(part) && !this.#hidden.has(part) : this.#parts.has(part);
  }
  isLocked(part: Lock): boolean { return this.session.spec.lock.includes(part); }

  setUnit(unit: Unit): void { this.unit = unit; }
  tryOut(trial: Trial | null): void { this.trial = trial; }
  setView(name: string | null): void {
    this.view = name;
    this.trial = null;
  }
  openSheet(name: string | null): void { this.sheet = name; }
  setLang(lang: string): void {
    void Promise.all([this.settings.setLang(lang), this.lesson?.speak(lang)]).then(() => this.embedded || inAddress({ lang: this.lang }));
  }

  async step(): Promise<void> {
    if (!this.prediction.isDue(this.session, this.unit)) await this.#advance();
    else if (!this.busy) {
      if (this.line.id === null) await this.line.begin();
      this.prediction.ask(this.session);
    }
  }

  async setPredicting(on: boolean): Promise<boolean> {
    const here = await this.#beginning.at(this.moment.confirmed, () => this.link());
    if (here === null) {
      this.line.problem = TOO_LARGE;
      return false;
    }
    const before = this.prediction.on;
    this.prediction.on = on;
    const done = await this.openSettings({ ...here, ahead: !on });
    if (!done) this.prediction.on = before;
    else if (!this.embedded) inAddress({ predict: on ? '1' : null });
    return done;
  }

  async answered(outcome: Outcome): Promise<void> {
    this.prediction.done(outcome);
    await this.#advance();
  }

  async judge(verdict: Verdict, outcome: Outcome, seconds: number): Promise<void> {
    // Only a page around the frame wants to know where; the moment is asked for before it passes.
    const moment = this.embedded ? await this.momentInAddress() : null;
    const at = moment === null ? '' : new URLSearchParams(moment).toString();
    this.prediction.record({ verdict, outcome, seconds, moment: at }, this.#scope);
  }

  async back(): Promise<void> {
    const unit = this.unit;
    await this.line.act((id, revision) => this.#api.back(id, unit, revision));
  }

  async forwardPass(): Promise<void> {
    await this.line.act((id, revision) => this.#api.forward(id, 'pass', revision));
  }

  async backwardPass(): Promise<void> {
    await this.line.act((id, revision) => this.#api.backward(id, 'pass', revision));
  }

  async update(): Promise<void> {
    await this.line.act((id, revision) => this.#api.update(id, 'pass', revision));
  }

  async seek(iteration: number, step: number | null): Promise<void> {
    await this.#scrub.seek(iteration, step);
  }

  async reset(): Promise<void> {
    this.pause();
    await this.line.act((id, revision) => this.#api.reset(id, revision));
  }

  async rewind(): Promise<void> {
    this.pause();
    await this.line.act((id, revision) => this.#api.rewind(id, revision));
  }

  openSettings(settings: Begin): Promise<boolean> {
    const begin = this.#beginning.elsewhere(settings);
    return this.#replace(begin, () => this.#api.createSession(begin));
  }

  openFile(file: SessionFile): Promise<boolean> {
    const spec = this.predicting ? { ...file.spec, ahead: false } : file.spec;
    const { preset, network, data, training, lock, ahead } = spec;
    const begin = { preset: preset ?? null, network, data, training, lock: lock ?? [], ahead: ahead ?? true };
    return this.#replace(begin as Begin, () => this.#api.importSession({ ...file, spec }));
  }

  openParameters(file: Blob): Promise<boolean> {
    this.pause();
    return this.line.act((id, revision) => this.#api.importParameters(id, file, revision));
  }

  async #replace(begin: Begin, ask: () => Promise<Session>): Promise<boolean> {
    this.pause();
    this.stop();
    const opened = await this.line.swap(ask);
    if (opened) {
      this.close();
      this.notes.forget();
      this.#beginning.body = begin;
      this.preset = begin.preset ?? this.preset;
    }
    return opened;
  }

  async edit(ref: string, value: number): Promise<void> {
    const kind = parseRef(ref)?.kind;
    const where = kind === 'input' || kind === 'target' ? 'data' : 'parameters';
    await this.change({ [where]: { [ref]: value } });
  }

  async setFocus(focus: number): Promise<void> {
    await this.change({ focus });
  }

  async setLearningRate(value: number): Promise<void> {
    const { name } = this.session.spec.training.optimizer;
    await this.change({ training: { optimizer: { name, learning_rate: value } } });
  }

  async train(wish: TrainingWish): Promise<void> {
    this.pause();
    this.trial = null;
    await this.run.train(wish);
  }

  stop(): void {
    this.run.stop();
  }

  async choosePreset(name: string): Promise<void> {
    this.preset = name;
    if (!this.embedded) inAddress({ preset: name, ...NOWHERE });
    await this.#beginAt({ preset: name });
  }

  async reload(): Promise<void> {
    await this.line.act((id) => this.#api.getSession(id));
  }

  /** A frame's session, made before the first click asks for it. */
  async begin(): Promise<void> {
    await this.line.begin();
  }

  async link(): Promise<string | null> {
    return (await this.ask((api, id) => api.link(id)))?.state ?? null;
  }

  async momentInAddress(): Promise<Record<string, string> | null> {
    const says = await saysOf(this.moment.confirmed, this.#beginning.body, () => this.link());
    const manner = { preset: this.preset, predict: this.predicting ? '1' : null };
    return says && (Object.fromEntries(Object.entries({ ...manner, ...says }).filter(([, value]) => value !== null)) as Record<string, string>);
  }

  follow(state: string): Promise<boolean> {
    return this.openSettings({ state });
  }

  async ask<T>(question: (api: Api, id: string) => Promise<T>): Promise<T | null> {
    const { id } = this.line;
    // One that was put off is about nothing where another session has taken the place of its own.
    return id === null ? null : this.questions.put(async () => (this.line.id === id ? question(this.#api, id) : null));
  }

  change(edit: Omit<Edit, 'revision'>): Promise<boolean> {
    return this.line.act((id, revision) => this.#api.edit(id, { revision, ...edit }));
  }

  async checkOf(ref: string): Promise<GradientCheck | null> {
    const told = await this.ask((api, id) => api.gradientCheck(id, ref));
    const comparison = told?.checks[0];
    return told && comparison ? { ...comparison, epsilon: told.epsilon } : null;
  }

  async pathsOf(ref: string): Promise<LossPaths | null> {
    return this.ask((api, id) => api.paths(id, ref));
  }

  /** A lesson goes on where it was left, unless the address names a passage. */
  #lessonOf({ lesson, asked, query }: InitialData, api: Api): Lesson | null {
    if (!lesson) return null;
    const at = asked.includes('passage') || this.embedded ? query.passage - 1 : (left(lesson.slug)?.at ?? 0);
    return new Lesson(lesson, at, this, (slug, lang) => this.questions.put(() => api.lesson(slug, lang)));
  }

  /** What predictions count for; in a frame nothing is kept. */
  get #scope(): string | null {
    return this.embedded ? null : (this.lesson?.told.slug ?? this.session.id);
  }

  #moved(): void {
    this.trial = null;
    this.prediction.moved();
    this.prediction.resume(this.#scope);
    void this.attention.refresh();
    if (this.lesson) this.lesson.moved(this.session.id);
    else if (!this.embedded) void this.#where.moved(this.moment.confirmed, this.#beginning.body, this.preset);
  }

  /** Leave this session for one that begins elsewhere; what is locked stays so. */
  async #beginAt(begin: Begin): Promise<void> {
    this.pause();
    this.stop();
    this.close();
    this.notes.forget();
    this.line.leave();
    this.#beginning.body = this.#beginning.elsewhere(begin);
    await this.line.begin();
  }

  async #explain(ref: string): Promise<Operation | null> {
    const operation = this.operation;
    if (operation?.ref === ref) return operation;
    const told = await this.ask((api, id) => api.explain(id, ref));
    if (told === null) return null;
    // What stands in no place of the session, such as the optimizer's memory, is known once it was asked for.
    if (this.moment.valueOf(ref) === null && told.value !== null) this.moment.learn(ref, told.value);
    return told.operation;
  }

  #advance(): Promise<boolean> {
    const unit = this.unit;
    const ask = (id: string, revision: number) => this.#api.step(id, unit, revision);
    return unit === 'term' ? this.line.step(ask) : this.line.act(ask);
  }
}

const TOO_LARGE: Problem = {
  type: '/problems/predict', title: '', status: 422, detail: '', message: { key: 'problem-predict-large', args: {} },
};

/** What the address itself gives a value to, and does not leave to what is remembered. */
function askedOf({ query, asked }: InitialData): Partial<Query> {
  return Object.fromEntries(Object.entries(query).filter(([name]) => asked.includes(name)));
}
