import type { ViewName } from '../wire/lessons.ts';
import { QUESTIONS, viewQuestionOf, type ViewQuestion, type SheetName } from './views.ts';
import type { ParameterPass } from './parameterPass.svelte.ts';
import type { SessionModel } from './sessionModel.ts';
import type { WhatIfPass } from './whatIf.svelte.ts';

export const MODES = ['step', 'train'] as const;
export type Mode = (typeof MODES)[number];

/** Which zone a narrow page shows below the picture: the inspector or the dock. */
export type NarrowZone = 'inspect' | 'view';

/** What is open beside the session itself: the mode, the views in the dock, a sheet, a what-if pass on the stage. */
export class Workspace {
  mode: Mode = $state('step');
  #tiles: readonly [ViewName | null, ViewName | null] = $state.raw([null, null]);
  /** The tile that was used last: where one tile has room, it is shown. */
  latest: 0 | 1 = $state(0);
  narrowZone: NarrowZone = $state('inspect');
  #sheet: SheetName | null = $state(null);
  /** A forward pass that the stage shows in place of the session's numbers, until the session changes. */
  whatIf: WhatIfPass | ParameterPass | null = $state.raw(null);
  /** Whether each hidden neuron shows in its circle what it answers over the inputs, where the learner chose. */
  #neuronMaps: boolean | null = $state(null);
  /** The view of each question that was open last. */
  #lastOf: Partial<Record<ViewQuestion, ViewName>> = $state({});

  constructor(private readonly model: () => SessionModel) {}

  /** The view of each tile of the dock; null where the tile offers the views. */
  get tiles(): readonly [ViewName | null, ViewName | null] {
    const { views } = this.model();
    const [first, second] = this.#tiles.map((view) => (view !== null && views.has(view) ? view : null));
    return [first ?? null, second ?? null];
  }

  /** The sheet in the drawer; a program may be written whatever the model is. */
  get sheet(): SheetName | null {
    const sheet = this.#sheet;
    return sheet === 'program' || (sheet !== null && this.model().sheets.includes(sheet)) ? sheet : null;
  }

  /** The view that was opened last, if it is still open. */
  get view(): ViewName | null { return this.tiles[this.latest]; }

  /** The views of both tiles, without the empty ones. */
  get openViews(): readonly ViewName[] { return this.tiles.filter((view) => view !== null); }

  /** By default while training, where the circles' numbers change too fast to be read. */
  get neuronMaps(): boolean { return this.#neuronMaps ?? this.mode === 'train'; }
  set neuronMaps(on: boolean) { this.#neuronMaps = on; }

  setMode(mode: Mode): void {
    if (mode === 'train' && this.mode !== 'train') this.#showTraining();
    this.mode = mode;
  }

  lastOf(question: ViewQuestion): ViewName { 
    const { views } = this.model();
    const last = this.#lastOf[question];
    return last && views.has(last) ? last : (QUESTIONS[question].find((name) => views.has(name)) ?? QUESTIONS[question][0]);
  }

  /** Open a view in the tile that is named, where it is open already, in an empty tile, or in place of the one used before. */
  openView(name: ViewName, tile?: 0 | 1): void {
    this.whatIf = null;
    const open = this.tiles.indexOf(name);
    const empty = this.tiles.indexOf(null);
    const at = open >= 0 ? open : (tile ?? (empty >= 0 ? empty : 1 - this.latest));
    this.latest = at === 0 ? 0 : 1;
    this.#setTile(this.latest, name);
    this.#lastOf[viewQuestionOf(name)] = name;
    this.narrowZone = 'view';
  }

  /** Only this view, as a lesson wants it; null for none. */
  showOnly(name: ViewName | null): void {
    this.whatIf = null;
    this.#tiles = [null, null];
    if (name !== null) this.openView(name);
    else this.narrowZone = 'inspect';
  }

  /** The tile offers the views again. */
  closeTile(tile: 0 | 1): void {
    const other = tile === 0 ? 1 : 0;
    this.#setTile(tile, null);
    if (this.tiles[other] !== null) this.latest = other;
    this.whatIf = null;
  }

  openSheet(name: SheetName | null): void {
    this.#sheet = name;
  }

  showWhatIf(pass: WhatIfPass | ParameterPass | null): void {
    this.whatIf = pass;
  }

  #setTile(tile: 0 | 1, name: ViewName | null): void {
    this.#tiles = tile === 0 ? [name, this.tiles[1]] : [this.tiles[0], name];
  }

  /** Empty tiles show whether the network learns. */
  #showTraining(): void {
    const open = this.openViews;
    const wanted = this.model().trainingViews.filter((view) => !open.includes(view));
    const [first, second] = this.tiles;
    if (open.length === 0) this.latest = 0;
    this.#tiles = [first ?? wanted.shift() ?? null, second ?? wanted.shift() ?? null];
  }
}
