/** Stands in a file for `state/views.ts`: the views that ask nothing, or only what is recorded, and no sheet. */
import type { Component } from 'svelte';

type Loader = () => Promise<{ default: Component }>;

export const VIEWS: Readonly<Record<string, Loader>> = {
  loss: () => import('../components/views/Loss.svelte'),
  matrices: () => import('../components/views/Matrices.svelte'),
  gradients: () => import('../components/views/Gradients.svelte'),
  check: () => import('../components/views/CheckAll.svelte'),
};

export const SHEETS: Readonly<Record<string, Loader>> = {};
