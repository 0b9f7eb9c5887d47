/** The component of each view, fetched when it is first opened: the first picture does not wait for it. */
import type { Component } from 'svelte';
import type { ViewName } from '../wire/lessons.ts';

type Loader = () => Promise<{ default: Component }>;

const views: Readonly<Record<ViewName, Loader>> = {
  loss: () => import('./loss/LossView.svelte'),
  slice: () => import('./slice/SliceView.svelte'),
  surface: () => import('./surface/SurfaceView.svelte'),
  boundary: () => import('./boundary/BoundaryView.svelte'),
  quality: () => import('./quality/QualityView.svelte'),
  line: () => import('./line/LineView.svelte'),
  combine: () => import('./combine/CombineView.svelte'),
  activation: () => import('./activation/ActivationView.svelte'),
  matrices: () => import('./matrices/MatricesView.svelte'),
  gradients: () => import('./gradients/GradientsView.svelte'),
  check: () => import('./check/CheckView.svelte'),
  batch: () => import('./batch/BatchView.svelte'),
  graph: () => import('./graph/GraphView.svelte'),
  snapshot: () => import('./snapshot/SnapshotView.svelte'),
  race: () => import('./race/RaceView.svelte'),
  paths: () => import('./paths/PathsView.svelte'),
  modes: () => import('./modes/ModesView.svelte'),
  table: () => import('./table/TableView.svelte'),
};

/** A page without a server has some of them only (`entry/recordedViews.ts`). */
export const VIEWS: Readonly<Partial<Record<ViewName, Loader>>> = views;
