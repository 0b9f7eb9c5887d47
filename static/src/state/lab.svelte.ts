import { connect, Refused, type Api } from '../api/client.ts';
import type { InitialData, Operation, PresetSummary, Problem, Session, StepAnswer, TrainingProgress, Unit } from '../api/types.ts';
import { parseRef } from '../notation.ts';
import { Attention } from './attention.svelte.ts';
import type { Lab, MarkState, Theme, Words } from './lab.ts';
import { recall, remember } from './memory.ts';
import { Moment } from './moment.svelte.ts';
import { Player } from './player.svelte.ts';
import { Dropped, Queue, systemClock, type Clock } from './queue.ts';
import { Settings } from './settings.svelte.ts';

type Answer = StepAnswer | Session;
type Ask = (id: string, revision: number) => Promise<Answer>;

export interface Surroundings {
  api: Api;
  query: URLSearchParams;
  embedded: boolean;
  /** A clock for the player and one for the queue: waking one leaves the other asleep. */
  clock: () => Clock;
}

const isSession = (answer: Answer): answer is Session => 'values' in answer && 'parameters' in answer && 'spec' in answer;

/** The one writer of state. Everything that changes the session goes through one queue, one request at a time. */
export class LiveLab implements Lab {
  readonly embedded: boolean;
  readonly presets: PresetSummary[];
  busy = $state(false);
  online = $state(true);
  training = $state(false);
  progress: TrainingProgress | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  unit: Unit = $state('term');
  preset = $state('');
  #moment: Moment;
  #settings: Settings;
  #attention: Attention;
  #player: Player;
  #queue: Queue;
  #api: Api;
  #id: string | null = null;
  #run: AbortController | null = null;
  #sought: [number, number] | null = null;
  #awaited = 0;

  constructor(initial: InitialData, { api, query, embedded, clock }: Surroundings) {
    this.#api = api;
    this.embedded = embedded;
    this.presets = initial.presets;
    this.preset = initial.session.spec.preset ?? query.get('preset') ?? initial.presets[0]?.name ?? '';
    this.#moment = new Moment(initial.session);
    this.#settings = new Settings(initial.lang, initial.messages, query);
    this.#attention = new Attention((ref) => this.#explain(ref));
    this.#queue = new Queue(clock(), ({ busy, online }) => {
      this.busy = busy;
      this.online = online;
    });
    this.#player = new Player(clock(), () => this.#advance());
    // An embed makes a session only when one is first needed.
    if (!embedded) void this.#begin();
  }

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
  play(): void { this.#player.play(); }
  pause(): void { this.#player.pause(); }
  setSpeed(speed: number): void { this.#player.setSpeed(speed); }
  setDigits(digits: number): void { this.#settings.setDigits(digits); }
  setTheme(theme: Theme): void { this.#settings.setTheme(theme); }
  dismissProblem(): void { this.problem = null; }
  /** The line is back: ask again at once. */
  wake(): void { this.#queue.hurry(); }

  setLang(lang: string): void {
    void this.#settings.setLang(lang).then(() => this.#address('lang', this.lang));
  }

  async step(): Promise<void> {
    await this.#advance();
  }

  async back(): Promise<void> {
    const unit = this.unit;
    await this.#act((id, revision) => this.#api.back(id, unit, revision));
  }

  async forwardPass(): Promise<void> {
    await this.#act((id, revision) => this.#api.forward(id, 'pass', revision));
  }

  async backwardPass(): Promise<void> {
    await this.#act((id, revision) => this.#api.backward(id, 'pass', revision));
  }

  async update(): Promise<void> {
    await this.#act((id, revision) => this.#api.update(id, 'pass', revision));
  }

  /** Of seeks that still wait, only the newest is asked: scrubbing is quicker than any line. */
  async seek(iteration: number, step: number): Promise<void> {
    const waits = this.#sought !== null;
    this.#sought = [iteration, step];
    if (waits) return;
    let goal: [number, number] | null = null;
    await this.#act((id, revision) => {
      goal ??= this.#sought ?? [iteration, step];
      this.#sought = null;
      return this.#api.seek(id, ...goal, revision);
    });
    this.#sought = null;
  }

  async reset(): Promise<void> {
    this.pause();
    await this.#act((id, revision) => this.#api.reset(id, revision));
  }

  async edit(ref: string, value: number): Promise<void> {
    const kind = parseRef(ref)?.kind;
    const where = kind === 'input' || kind === 'target' ? 'data' : 'parameters';
    await this.#act((id, revision) => this.#api.edit(id, { revision, [where]: { [ref]: value } }));
  }

  async setLearningRate(value: number): Promise<void> {
    const { name } = this.session.spec.training.optimizer;
    const optimizer = { name, learning_rate: value };
    await this.#act((id, revision) => this.#api.edit(id, { revision, training: { optimizer } }));
  }

  async train(iterations: number): Promise<void> {
    this.pause();
    const run = new AbortController();
    this.#run = run;
    this.training = true;
    await this.#act(async (id, revision) => {
      try {
        const tell = (progress: TrainingProgress): void => void (this.progress = progress);
        return await this.#api.train(id, iterations, revision, tell, run.signal);
      } catch (error) {
        if (run.signal.aborted) return this.#api.getSession(id);
        throw error;
      }
    });
    if (this.#run === run) {
      this.#run = null;
      this.training = false;
      this.progress = null;
    }
  }

  stop(): void {
    this.#run?.abort();
  }

  async choosePreset(name: string): Promise<void> {
    this.pause();
    this.stop();
    this.close();
    this.#queue.clear();
    this.preset = name;
    this.#id = null;
    this.problem = null;
    this.#address('preset', name);
    await this.#begin();
  }

  async reload(): Promise<void> {
    this.problem = null;
    await this.#act((id) => this.#api.getSession(id));
  }

  /** Resume the session kept for this preset, or make one. */
  async #begin(): Promise<void> {
    await this.#guard(() => this.#queue.add(() => this.#open()));
  }

  async #open(): Promise<void> {
    const kept = this.embedded ? null : recall(`session:${this.preset}`);
    this.#adopt(kept === null ? await this.#create() : await this.#resume(kept));
  }

  async #resume(id: string): Promise<Session> {
    try {
      return await this.#api.getSession(id);
    } catch (error) {
      if (error instanceof Refused && error.slug === 'not-found') return this.#create();
      throw error;
    }
  }

  #create(): Promise<Session> {
    return this.#api.createSession({ preset: this.preset });
  }

  #adopt(session: Session): void {
    this.#id = session.id;
    if (!this.embedded) remember(`session:${this.preset}`, session.id);
    this.#moment.replace(session);
    void this.#attention.refresh();
  }

  async #act(ask: Ask, foreseen = false): Promise<boolean> {
    if (foreseen) this.#expect();
    const done = await this.#guard(() =>
      this.#queue.add(async (attempt) => {
        if (this.#id === null) await this.#open();
        this.#take(await this.#insist(ask, attempt), foreseen);
      }));
    return done;
  }

  #expect(): void {
    this.#awaited += 1;
    this.#moment.expect();
  }

  #take(answer: Answer, foreseen: boolean): void {
    if (foreseen) this.#awaited -= 1;
    if (isSession(answer)) this.#adopt(answer);
    else this.#moment.advance(answer, foreseen);
    this.problem = null;
    void this.#attention.refresh();
  }

  /** A step whose answer was lost on the way may have been done: then the session already stands where it leads. */
  async #insist(ask: Ask, attempt: number): Promise<Answer> {
    const id = this.#id ?? '';
    const revision = this.#moment.confirmed.revision;
    try {
      return await ask(id, revision);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.slug === 'not-found') return this.#recreate(ask);
      const ours = attempt > 0 && error.slug === 'stale-revision' && error.problem.revision === revision + 1;
      if (ours) return this.#api.getSession(id);
      throw error;
    }
  }

  /** The session expired: the same network at the same moment, and then what was asked. */
  async #recreate(ask: Ask): Promise<Answer> {
    const { spec, position } = this.#moment.confirmed;
    const created = await this.#api.createSession(spec);
    this.#adopt(created);
    const id = created.id ?? '';
    let revision = created.revision;
    if (position.iteration > 0 || position.step > 0) {
      const there = await this.#api.seek(id, position.iteration, position.step, revision);
      revision = there.revision;
      this.#take(there, false);
    }
    return ask(id, revision);
  }

  async #guard(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.#awaited = 0;
      this.#moment.fallBack();
      if (error instanceof Dropped) return false;
      if (!(error instanceof Refused)) throw error;
      this.problem = error.problem;
      return false;
    }
  }

  async #explain(ref: string): Promise<Operation | null> {
    const operation = this.operation;
    if (operation?.ref === ref) return operation;
    return this.#id === null ? null : (await this.#api.explain(this.#id, ref)).operation;
  }

  /** Drawn ahead only while everything that waits before it was drawn ahead as well. */
  async #advance(): Promise<boolean> {
    const unit = this.unit;
    const foreseen = unit === 'term' && this.#queue.length === this.#awaited;
    return this.#act((id, revision) => this.#api.step(id, unit, revision), foreseen);
  }

  /** The address says what is on the stage, without adding to the history. */
  #address(name: string, value: string): void {
    if (this.embedded) return;
    const url = new URL(location.href);
    url.searchParams.set(name, value);
    if (name === 'preset') url.pathname = url.pathname.replace(/\/p\/[^/]+$/, '/');
    history.replaceState(history.state, '', url);
  }
}

export function openLab(initial: InitialData, embedded: boolean): LiveLab {
  return new LiveLab(initial, {
    api: connect(initial.root),
    query: new URLSearchParams(location.search),
    embedded,
    clock: systemClock,
  });
}
