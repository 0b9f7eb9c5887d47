import type { Loader } from '../ui/Deferred.svelte';
import type { SheetName } from '../session/views.ts';

/** Where each sheet is: fetched before the first that is opened. */
export const sheetRegistry = () => import('./registry.ts');

export const sheetLoader = (name: SheetName): Loader => async () => (await sheetRegistry()).SHEETS[name]!();
