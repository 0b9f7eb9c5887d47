/** What stands around the picture, each one click away. Fetched when first opened, so that the first picture need not wait. */
import type { Component } from 'svelte';
import type { ViewName } from '../api/lessons.ts';

type Loader = () => Promise<{ default: Component }>;

/** Views, in the order of their buttons: they open in the panel, beside the picture. Words: `view-<name>`. */
const views: Readonly<Record<ViewName, Loader>> = {
  loss: () => import('../components/views/Loss.svelte'),
  slice: () => import('../components/views/Slice.svelte'),
  surface: () => import('../components/views/Surface.svelte'),
  boundary: () => import('../components/views/Boundary.svelte'),
  quality: () => import('../components/views/Quality.svelte'),
  line: () => import('../components/views/Line.svelte'),
  combine: () => import('../components/views/Combine.svelte'),
  activation: () => import('../components/views/Activation.svelte'),
  matrices: () => import('../components/views/Matrices.svelte'),
  gradients: () => import('../components/views/Gradients.svelte'),
  check: () => import('../components/views/CheckAll.svelte'),
  batch: () => import('../components/views/Batch.svelte'),
  graph: () => import('../components/views/Graph.svelte'),
  snapshot: () => import('../components/views/Snapshot.svelte'),
  race: () => import('../components/views/Race.svelte'),
};

export const VIEWS: Readonly<Record<string, Loader>> = views;

/** Sheets, opened from the header: what changes the session or takes it away. Words: `sheet-<name>`. */
export const SHEETS: Readonly<Record<string, Loader>> = {
  data: () => import('../components/data/DataSheet.svelte'),
  settings: () => import('../components/NetworkSettings.svelte'),
  training: () => import('../components/TrainingSettings.svelte'),
  share: () => import('../components/Share.svelte'),
  export: () => import('../components/Export.svelte'),
};
