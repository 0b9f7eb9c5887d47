/** Stands in a file for `views/registry.ts`: the views that ask nothing, or only what is recorded, and no sheet. */
import type { Component } from 'svelte';

type Loader = () => Promise<{ default: Component }>;

export const VIEWS: Readonly<Record<string, Loader>> = {
  loss: () => import('../views/loss/LossView.svelte'),
  matrices: () => import('../views/matrices/MatricesView.svelte'),
  gradients: () => import('../views/gradients/GradientsView.svelte'),
  check: () => import('../views/check/CheckView.svelte'),
};

export const SHEETS: Readonly<Record<string, Loader>> = {};
