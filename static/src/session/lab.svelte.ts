import { catalogue, furtherMessages, type Args } from '../notation/i18n.ts';
import type { Notation } from '../notation/notation.ts';
import type { Api } from '../wire/client.ts';
import type { ProgramReading, ProgramSpec } from '../wire/program.ts';
import type { Verdict } from '../wire/quiz.ts';
import type { AddressQuery, InitialData, LayeredSession, LayeredSpec, Lock, Operation, PresetSummary, Problem, Session, Spec, AddressWarning, TrainCall, Unit } from '../wire/types.ts';
import { updateAddress, addressOfMoment } from './address.ts';
import { Attention } from './attention.svelte.ts';
import { Connection } from './connection.svelte.ts';
import { Edits } from './edits.ts';
import type { KnownNumbers } from './knownNumbers.svelte.ts';
import { layeredSession, layeredSpec } from './layeredSession.ts';
import { LanguageChange } from './languageChange.svelte.ts';
import { LearnerSignals } from './learnerSignals.svelte.ts';
import { modelOf } from './model.ts';
import type { HiddenMark, LessonState } from './lessonState.ts';
import { Naming } from './naming.svelte.ts';
import { ParameterTrial } from './parameterTrial.svelte.ts';
import { partsOf, type Part } from './parts.ts';
import { PendingRetries } from './pendingRetries.ts';
import { Player } from './player.svelte.ts';
import { Presentation } from './presentation.svelte.ts';
import { Program } from './program.svelte.ts';
import { PredictMode } from './predictMode.svelte.ts';
import { QueryRetries } from './queryRetries.svelte.ts';
import type { Clock } from './clock.ts';
import type { Outcome } from './score.svelte.ts';
import type { SessionModel } from './sessionModel.ts';
import { SessionReplacement } from './sessionReplacement.ts';
import { SessionStart } from './sessionStart.ts';
import { SessionView } from './sessionView.svelte.ts';
import { Settings } from './settings.svelte.ts';
import { Stepping } from './stepping.svelte.ts';
import { TrainingRun } from './trainingRun.svelte.ts';
import { UrlSync } from './urlSync.ts';
import { Workspace } from './workspace.svelte.ts';

export interface Surroundings {
  api: Api;
  embedded: boolean;
  /** A clock each for the player, the queue, the address and a delayed query: waking one leaves the others asleep. */
  clock: () => Clock;
  /** Between 0 and 1. */
  random: () => number;
  /** Makes the lesson of a page that teaches one. */
  lesson?: (lab: Lab) => LessonState | null;
}

/** The state of a page, as stores of one subject each, and the operations that concern several of them. */
export class Lab {
  readonly embedded: boolean;
  /** The address of the application, without a slash at its end. */
  readonly home: string;
  readonly presets: PresetSummary[];
  readonly language: LanguageChange;
  readonly lesson: LessonState | null;
  readonly attention: Attention;
  readonly connection: Connection;
  readonly edits: Edits;
  readonly naming = new Naming(this);
  readonly numbers: KnownNumbers;
  readonly player: Player;
  readonly predictMode: PredictMode;
  readonly presentation: Presentation;
  /** The program of a graph. */
  readonly program: Program;
  readonly queries: QueryRetries;
  readonly replacement: SessionReplacement;
  readonly retries: PendingRetries;
  readonly run: TrainingRun;
  readonly settings: Settings;
  readonly signals = new LearnerSignals();
  readonly stepping: Stepping;
  /** The weight or bias that is being turned. */
  readonly trial: ParameterTrial;
  readonly workspace = new Workspace(() => this.model);
  /** Name of the preset that is shown. */
  preset = $state('');
  /** The program that the address has, also where it has a mistake. */
  readonly askedProgram: ProgramSpec | null;
  /** Values of the address that are not valid, until dismissed. */
  addressWarnings: AddressWarning[] = $state.raw([]);
  #frozen = $derived(new Set('graph' in this.spec ? [] : this.spec.training.frozen ?? []));
  #api: Api;
  #view: SessionView;
  #start: SessionStart;
  #urlSync: UrlSync;
  #parts: ReadonlySet<Part>;
  #hidden: ReadonlySet<string>;

  constructor(initial: InitialData, { api, embedded, clock, random, lesson }: Surroundings) {
    const { query } = initial;
    this.#api = api;
    this.embedded = embedded;
    this.home = initial.home;
    this.presets = initial.presets;
    this.preset = initial.session.spec.preset ?? query.preset;
    this.addressWarnings = initial.warnings;
    this.queries = new QueryRetries(clock, random);
    this.#parts = partsOf(query);
    this.#hidden = new Set(query.hide);
    this.predictMode = new PredictMode(query.predict === 1 && this.#parts.has('formula'));
    this.lesson = lesson?.(this) ?? null;
    this.#start = new SessionStart(initial, this);
    this.#urlSync = new UrlSync(api, clock());
    this.#view = new SessionView(initial.session);
    this.numbers = this.#view.numbers;
    this.program = new Program((spec) => this.queries.put(() => this.describeProgram(spec)), initial.program ?? null, () => this.settings.load('all'));
    this.program.follow(initial.session);
    this.settings = new Settings({
      lang: initial.lang,
      messages: `${initial.messages ?? ''}\n${initial.story ?? ''}`,
      folders: initial.further,
      further: furtherMessages,
      asked: askedOf(initial),
    });
    this.language = new LanguageChange(this.settings, catalogue);
    this.presentation = new Presentation(this.settings, embedded);
    this.attention = new Attention((ref) => this.#explain(ref));
    this.connection = new Connection(api, this.#view, {
      begin: () => this.#start.body,
      kept: () => this.#start.kept(),
      keep: (id) => this.#start.keep(id),
      changed: () => this.#changed(),
      reached: () => this.queries.reached(),
    }, clock(), random);
    this.retries = new PendingRetries(this.connection, this.queries);
    this.run = new TrainingRun(api, this.connection, clock(), random, () => performance.now());
    this.edits = new Edits(api, this.connection, this.run);
    this.trial = new ParameterTrial({
      whatIf: (ref, value) => this.query((asked, id) => asked.whatIf(id, ref, value)),
      setNumber: (ref, value) => this.edits.setNumber(ref, value),
      isWhole: () => this.model.isWhole(this.session),
      model: () => this.model,
      isGiven: (ref) => this.notation.isGiven(ref),
    }, this.workspace);
    this.stepping = new Stepping(api, this.connection, this.#view, query.unit, () => this.run.giveWay());
    this.player = new Player(clock(), () => this.stepping.advance());
    this.replacement = new SessionReplacement(api, this.#start, this);
    this.askedProgram = query.expr ? { program: query.expr } : null;
    if (this.addressWarnings.some(({ name }) => name === 'expr') && this.shows('sheets')) this.workspace.openSheet('program');
    if (query.mode === 'train' && this.lesson === null && this.shows('training')) this.workspace.setMode('train');
    this.lesson?.enter();
    // An embed makes a session only when one is first needed.
    if (!embedded) void this.connection.begin();
  }

  /** The session as the page shows it: the last answer, and the steps that wait for theirs. */
  get session(): Session { return this.#view.shown; }

  /** The same, of a layered network; what needs it is not offered for another model. */
  get layered(): LayeredSession { return layeredSession(this.session); }

  /** The same object from step to step. */
  get spec(): Spec { return this.#view.spec; }

  get layeredSpec(): LayeredSpec { return layeredSpec(this.spec); }

  /** Whether the loss of the example differs from that of its batch, which may have more examples or a penalty. */
  get hasExampleLoss(): boolean {
    const { l1, l2 } = this.layeredSpec.training;
    return this.session.position.examples > 1 || l1 + l2 > 0;
  }

  /** What the kind of the session's model offers. */
  get model(): SessionModel { return modelOf(this.#view); }

  /** How the session's numbers are written and said. */
  get notation(): Notation { return this.naming.notation; }

  /** A message of the catalogue in the language in use. Bound, to be passed on as a function. */
  readonly text = (key: string, args?: Args): string => this.settings.text(key, args);

  dismissAddressWarnings(): void { this.addressWarnings = []; }

  /** Whether the update leaves this weight or bias of a network as it is. */
  isFrozen(ref: string): boolean {
    return this.#frozen.has(ref) || (ref.startsWith('b') && !('graph' in this.spec) && !this.spec.training.train_biases);
  }

  /** Whether the address and the lesson want this part of the page. */
  shows(part: Part): boolean {
    return this.lesson ? this.lesson.parts.has(part) && !this.#hidden.has(part) : this.#parts.has(part);
  }

  /** Whether the picture leaves out these marks in the lesson's passage. */
  hides(mark: HiddenMark): boolean { return this.lesson?.hiddenMarks.has(mark) ?? false; }

  /** Whether a part of the session may be seen but not changed. */
  isLocked(part: Lock): boolean { return this.spec.lock.includes(part); }

  /** The page is about to be left or reloaded. */
  holdAddress(): void { this.#urlSync.hold(); }

  async setLang(lang: string): Promise<void> {
    const done = await this.language.to(lang, async (code) => (await this.lesson?.inLang(code)) ?? (() => undefined));
    if (done && !this.embedded) updateAddress({ lang });
  }

  /** One step forward; in predict mode the question about its number comes first. */
  async step(): Promise<void> {
    // An operation is read in its formula, which training has no room for.
    if (!LARGE_UNITS.has(this.stepping.unit)) this.workspace.setMode('step');
    if (!this.predictMode.isDue(this.session, this.stepping.unit)) await this.stepping.advance();
    else if (!this.connection.busy) {
      if (this.connection.id === null) await this.connection.begin();
      this.predictMode.ask(this.session);
    }
  }

  reset(): Promise<boolean> { return this.#restart('reset'); }

  /** To the initial weights, with the settings as they are now; a step back undoes it. */
  rewind(): Promise<boolean> { return this.#restart('rewind'); }

  /** To the start with other initial weights; data, network and settings stay, and a step back undoes it. */
  newWeights(): Promise<boolean> { return this.#restart('newWeights'); }

  async train(call: TrainCall): Promise<void> {
    this.#halt();
    this.workspace.showWhatIf(null);
    if (!this.lesson && this.shows('training')) this.workspace.setMode('train');
    await this.run.train(call);
  }

  trainUntilStopped(): Promise<void> {
    return this.train({ until_stopped: true });
  }

  /** Predict mode on or off; false where it cannot be turned on. */
  async setPredicting(on: boolean): Promise<boolean> {
    const here = await this.#start.at(this.#view.confirmed, this.link);
    if (here === null) {
      this.connection.problem = TOO_LARGE;
      return false;
    }
    const before = this.predictMode.on;
    this.predictMode.on = on;
    const done = await this.replacement.openSettings({ ...here, reveal_upcoming: !on });
    if (!done) this.predictMode.on = before;
    else if (!this.embedded) updateAddress({ predict: on ? '1' : null });
    return done;
  }

  /** The question of predict mode has ended: its step follows. */
  async answered(outcome: Outcome): Promise<void> {
    this.predictMode.done(outcome);
    await this.stepping.advance();
  }

  /** Count a judged answer, of predict mode or of a lesson. */
  async judge(verdict: Verdict, outcome: Outcome, seconds: number): Promise<void> {
    // Only a page around the frame uses the position; it is computed before the session moves on.
    const moment = this.embedded ? await this.momentQuery() : null;
    this.predictMode.record({ verdict, outcome, seconds, moment: String(new URLSearchParams(moment ?? '')) }, this.#scope);
  }

  /** The parameters of a safetensors file, as an edit. */
  openParameters(file: Blob): Promise<boolean> {
    this.#halt();
    return this.connection.act((id, revision) => this.#api.importParameters(id, file, revision));
  }

  /** The preset, unless another network or other data took its place. */
  get presetHere(): PresetSummary | null {
    return this.presets.find((preset) => preset.name === this.preset && this.model.isFromPreset(this.spec, preset)) ?? null;
  }

  /** What the network is called. */
  get networkTitle(): string {
    return this.text(this.presetHere ? `preset-${this.preset}-title` : this.model.name === 'graph' ? 'preset-own-graph' : 'preset-own');
  }

  /** The moment as text for an address; null where it is too long for one, or there is no session yet. Bound, as `text`. */
  readonly link = async (): Promise<string | null> => (await this.query((api, id) => api.link(id)))?.state ?? null;

  /** How an address names this moment: by its position, or whole; null where it is too long for one. */
  async momentQuery(): Promise<Record<string, string> | null> {
    const change = await addressOfMoment(this.#view.confirmed, this.#start.body, this.link);
    const settings = { preset: change?.expr ? null : this.preset, predict: this.predictMode.on ? '1' : null };
    return change && (Object.fromEntries(Object.entries({ ...settings, ...change }).filter(([, value]) => value !== null)) as Record<string, string>);
  }

  /** What a program means; refused where it has a mistake. */
  describeProgram(program: ProgramSpec): Promise<ProgramReading> {
    return this.#api.describeProgram(program);
  }

  /** Ask the server about the session, which does not change it; null while there is no session. */
  async query<T>(call: (api: Api, id: string) => Promise<T>): Promise<T | null> {
    const { id } = this.connection;
    // A delayed query is dropped where another session has replaced its own.
    return id === null ? null : this.queries.put(async () => (this.connection.id === id ? call(this.#api, id) : null));
  }

  #restart(call: 'reset' | 'rewind' | 'newWeights'): Promise<boolean> {
    this.#halt();
    return this.connection.act((id, revision) => this.#api[call](id, revision));
  }

  /** Stop what would go on by itself. */
  #halt(): void {
    this.player.pause();
    this.run.giveWay();
  }

  /** What predictions are counted for; a frame keeps no count. */
  get #scope(): string | null {
    return this.embedded ? null : (this.lesson?.content.slug ?? this.session.id);
  }

  #changed(): void {
    this.program.follow(this.session);
    this.workspace.showWhatIf(null);
    this.predictMode.moved();
    this.predictMode.resume(this.#scope);
    void this.attention.refresh();
    this.stepping.lookAhead();
    this.#loadWords();
    if (this.lesson) this.lesson.moved(this.session.id);
    else if (!this.embedded) void this.#urlSync.moved(this.#view.confirmed, this.#start.body, this.preset);
  }

  /** After the first step nobody waits for them. A frame, of which a page may have many, loads them with what they are about. */
  #loadWords(): void {
    const { revision, ahead: [next] } = this.session;
    if (!this.embedded && revision > 0) void this.settings.load('all');
    else if (next && !this.settings.has(next.message.key)) void this.settings.load('explanations');
  }

  async #explain(ref: string): Promise<Operation | null> {
    const { operation } = this.session;
    if (operation?.ref === ref) return operation;
    const explained = await this.query((api, id) => api.explain(id, ref));
    if (explained === null) return null;
    // Numbers without a place in the session, such as the optimizer's memory, are known once they were explained.
    if (this.numbers.valueOf(ref) === null && explained.value !== null) this.numbers.learn({ [ref]: explained.value });
    return explained.operation;
  }
}

/** Units of which nobody reads a formula. */
const LARGE_UNITS: ReadonlySet<Unit> = new Set(['iteration', 'epoch']);

const TOO_LARGE: Problem = {
  type: '/problems/predict', title: '', status: 422, detail: '', message: { key: 'problem-predict-large', args: {} },
};

/** The values that the address itself names; they take precedence over remembered ones. */
function askedOf({ query, asked }: InitialData): Partial<AddressQuery> {
  return Object.fromEntries(Object.entries(query).filter(([name]) => asked.includes(name)));
}
