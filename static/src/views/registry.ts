/** What stands around the picture, each one click away. Fetched when first opened, so that the first picture need not wait. */
import type { Component } from 'svelte';
import type { ViewName } from '../lesson/endpoint.ts';

type Loader = () => Promise<{ default: Component }>;

/** Views, in the order of their buttons: they open in the panel, beside the picture. Words: `view-<name>`. */
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
};

export const VIEWS: Readonly<Record<string, Loader>> = views;

/** Sheets, opened from the header: what changes the session or takes it away. Words: `sheet-<name>`. */
export const SHEETS: Readonly<Record<string, Loader>> = {
  data: () => import('../sheets/data/DataSheet.svelte'),
  settings: () => import('../sheets/settings/SettingsSheet.svelte'),
  training: () => import('../sheets/training/TrainingSheet.svelte'),
  share: () => import('../sheets/share/ShareSheet.svelte'),
  export: () => import('../sheets/export/ExportSheet.svelte'),
};
