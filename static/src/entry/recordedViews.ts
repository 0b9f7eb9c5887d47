/** Replaces `views/registry.ts` in a page without a server: the views that need no answer, or only recorded ones. */
import type { VIEWS as ALL } from '../views/registry.ts';

export const VIEWS: typeof ALL = {
  loss: () => import('../views/loss/LossView.svelte'),
  matrices: () => import('../views/matrices/MatricesView.svelte'),
  gradients: () => import('../views/gradients/GradientsView.svelte'),
  check: () => import('../views/check/CheckView.svelte'),
};
