import type { Api, Edit } from '../api/client.ts';
import type { InitialData, LossPaths, Operation, PresetSummary, Problem, Session, TrainingProgress, Unit } from '../api/types.ts';
import { parseRef } from '../notation.ts';
import { inAddress } from './address.ts';
import { Attention } from './attention.svelte.ts';
import { Line } from './line.svelte.ts';
import type { GradientCheck, Lab, MarkState, Theme, Words } from './lab.ts';
import { recall, remember } from './memory.ts';
import { Moment } from './moment.svelte.ts';
import { Player } from './player.svelte.ts';
import type { Clock } from './queue.ts';
import type { Renewed } from './renewal.ts';
import { Run } from './run.svelte.ts';
import { Scrub } from './scrub.ts';
import { Settings } from './settings.svelte.ts';

export interface Surroundings {
  api: Api;
  query: URLSearchParams;
  embedded: boolean;
  /** A clock for the player and one for the queue: waking one leaves the other asleep. */
  clock: () => Clock;
}

/** The one writer of state: what a learner does, in terms of the line to the server, the moment, the settings. */
export class LiveLab implements Lab {
  readonly embedded: boolean;
  readonly presets: PresetSummary[];
  unit: Unit = $state('term');
  preset = $state('');
  view: string | null = $state(null);
  sheet: string | null = $state(null);
  #moment: Moment;
  #settings: Settings;
  #attention: Attention;
  #player: Player;
  #line: Line;
  #api: Api;
  #run: Run;
  #scrub: Scrub;

  constructor(initial: InitialData, { api, query, embedded, clock }: Surroundings) {
    this.#api = api;
    this.embedded = embedded;
    this.presets = initial.presets;
    this.preset = initial.session.spec.preset ?? query.get('preset') ?? initial.presets[0]?.name ?? '';
    this.#moment = new Moment(initial.session);
    this.#settings = new Settings(initial.lang, initial.messages, query);
    this.#attention = new Attention((ref) => this.#explain(ref));
    this.#line = new Line(api, this.#moment, {
      preset: () => this.preset,
      kept: () => (embedded ? null : recall(`session:${this.preset}`)),
      keep: (id) => embedded || remember(`session:${this.preset}`, id),
      changed: () => void this.#attention.refresh(),
    }, clock());
    this.#scrub = new Scrub(api, this.#line);
    this.#run = new Run(api, this.#line);
    this.#player = new Player(clock(), () => this.#advance());
    // An embed makes a session only when one is first needed.
    if (!embedded) void this.#line.begin();
  }

  get busy(): boolean { return this.#line.busy; }
  get online(): boolean { return this.#line.online; }
  get renewed(): Renewed | null { return this.#line.renewed; }
  get training(): boolean { return this.#run.training; }
  get progress(): TrainingProgress | null { return this.#run.progress; }
  get problem(): Problem | null { return this.#line.problem; }
  get session(): Session { return this.#moment.shown; }
  get operation(): Operation | null { return this.#moment.shown.operation; }
  get pointed(): string | null { return this.#attention.pointed; }
  get selected(): string | null { return this.#attention.selected; }
  get explanation(): Operation | null { return this.#attention.explanation; }
  get trail(): string[] { return this.#attention.trail; }
  get playing(): boolean { return this.#player.playing; }
  get speed(): number { return this.#player.speed; }
  get digits(): number { return this.#settings.digits; }
  get theme(): Theme { return this.#settings.theme; }
  get lang(): string { return this.#settings.lang; }

  // Bound, for these are handed on as functions.
  readonly valueOf = (ref: string): number | null => this.#moment.valueOf(ref);
  readonly stateOf = (ref: string): MarkState => this.#moment.stateOf(ref);
  readonly text = (key: string, args?: Words): string => this.#settings.text(key, args);

  point(ref: string | null): void { this.#attention.pointed = ref; }
  open(ref: string): void { this.#attention.open(ref); }
  close(): void { this.#attention.close(); }
  backOnTrail(): void { this.#attention.backOnTrail(); }
  setUnit(unit: Unit): void { this.unit = unit; }
  setView(name: string | null): void { this.view = name; }
  openSheet(name: string | null): void { this.sheet = name; }
  play(): void { this.#player.play(); }
  pause(): void { this.#player.pause(); }
  setSpeed(speed: number): void { this.#player.setSpeed(speed); }
  setDigits(digits: number): void { this.#settings.setDigits(digits); }
  setTheme(theme: Theme): void { this.#settings.setTheme(theme); }
  dismissProblem(): void { this.#line.problem = null; }
  dismissRenewed(): void { this.#line.renewed = null; }
  /** The line is back: ask again at once. */
  wake(): void { this.#line.hurry(); }

  setLang(lang: string): void {
    void this.#settings.setLang(lang).then(() => this.embedded || inAddress('lang', this.lang));
  }

  async step(): Promise<void> {
    await this.#advance();
  }

  async back(): Promise<void> {
    const unit = this.unit;
    await this.#line.act((id, revision) => this.#api.back(id, unit, revision));
  }

  async forwardPass(): Promise<void> {
    await this.#line.act((id, revision) => this.#api.forward(id, 'pass', revision));
  }

  async backwardPass(): Promise<void> {
    await this.#line.act((id, revision) => this.#api.backward(id, 'pass', revision));
  }

  async update(): Promise<void> {
    await this.#line.act((id, revision) => this.#api.update(id, 'pass', revision));
  }

  async seek(iteration: number, step: number): Promise<void> {
    await this.#scrub.seek(iteration, step);
  }

  async reset(): Promise<void> {
    this.pause();
    await this.#line.act((id, revision) => this.#api.reset(id, revision));
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

  async train(iterations: number): Promise<void> {
    this.pause();
    await this.#run.train(iterations);
  }

  stop(): void {
    this.#run.stop();
  }

  async choosePreset(name: string): Promise<void> {
    this.pause();
    this.stop();
    this.close();
    this.#line.leave();
    this.preset = name;
    if (!this.embedded) inAddress('preset', name);
    await this.#line.begin();
  }

  async reload(): Promise<void> {
    await this.#line.act((id) => this.#api.getSession(id));
  }

  async ask<T>(question: (api: Api, id: string) => Promise<T>): Promise<T | null> {
    const { id } = this.#line;
    return id === null ? null : question(this.#api, id);
  }

  change(edit: Omit<Edit, 'revision'>): Promise<boolean> {
    return this.#line.act((id, revision) => this.#api.edit(id, { revision, ...edit }));
  }

  async checkOf(ref: string): Promise<GradientCheck | null> {
    const told = await this.ask((api, id) => api.gradientCheck(id, ref));
    const comparison = told?.checks[0];
    return told && comparison ? { ...comparison, epsilon: told.epsilon } : null;
  }

  async pathsOf(ref: string): Promise<LossPaths | null> {
    return this.ask((api, id) => api.paths(id, ref));
  }

  async #explain(ref: string): Promise<Operation | null> {
    const operation = this.operation;
    if (operation?.ref === ref) return operation;
    const { id } = this.#line;
    return id === null ? null : (await this.#api.explain(id, ref)).operation;
  }

  #advance(): Promise<boolean> {
    const unit = this.unit;
    const ask = (id: string, revision: number) => this.#api.step(id, unit, revision);
    return unit === 'term' ? this.#line.step(ask) : this.#line.act(ask);
  }
}
