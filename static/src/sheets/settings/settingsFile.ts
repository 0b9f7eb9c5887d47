/** Settings as a file, in the format of presets. */
import type { Begin, LayeredSpec } from '../../wire/types.ts';
import { isObject } from '../../wire/json.ts';

const PARTS = ['network', 'data', 'training', 'names'] as const;
/** The names of a preset's file that are no settings. */
const BESIDE = new Set<string>(['name', 'source', 'published']);

export const fileOf = ({ network, data, training, names }: LayeredSpec, name: string): string =>
  `${JSON.stringify({ name, source: null, network, data, training, names: names ?? null, published: [] }, withoutEmpty, 2)}\n`;

/** Leaves out names without a value. */
const withoutEmpty = (key: string, value: unknown): unknown => (value === null && key !== 'source' ? undefined : value);

type Read = { settings: Begin } | { wrong: string; about: Record<string, string> };

/** A file's settings, or what is wrong with it; the server validates each field. */
export function readSettings(text: string, presets: readonly string[]): Read {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { wrong: 'settings-file-not-json', about: {} };
  }
  if (!isObject(file)) return { wrong: 'settings-file-no-object', about: {} };
  const astray = Object.keys(file).find((name) => !BESIDE.has(name) && !PARTS.some((part) => part === name));
  if (astray !== undefined) return { wrong: 'settings-file-unknown', about: { field: astray } };
  const wrong = PARTS.find((part) => part in file && !isObject(file[part]));
  if (wrong !== undefined) return { wrong: 'settings-file-part', about: { field: wrong } };
  if (!isObject(file.network)) return { wrong: 'settings-file-missing', about: { field: 'network' } };
  const settings = Object.fromEntries(PARTS.flatMap((part) => (isObject(file[part]) ? [[part, file[part]]] : []))) as Begin;
  const known = presets.find((name) => name === file.name);
  return { settings: known === undefined ? settings : { preset: known, ...settings } };
}
