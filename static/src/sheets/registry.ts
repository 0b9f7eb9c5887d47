/** The component of each sheet, fetched when it is first opened. */
import type { Component } from 'svelte';
import type { SheetName } from '../session/views.ts';

type Loader = () => Promise<{ default: Component }>;

const sheets: Readonly<Record<SheetName, Loader>> = {
  data: () => import('./data/DataSheet.svelte'),
  settings: () => import('./settings/SettingsSheet.svelte'),
  training: () => import('./training/TrainingSheet.svelte'),
  share: () => import('./share/ShareSheet.svelte'),
  export: () => import('./export/ExportSheet.svelte'),
  program: () => import('./program/ProgramSheet.svelte'),
};

/** A page without a server has none (`entry/recordedSheets.ts`). */
export const SHEETS: Readonly<Partial<Record<SheetName, Loader>>> = sheets;
