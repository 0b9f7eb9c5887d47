import type { AddressQuery } from '../wire/types.ts';
import { PANELS, partsOf } from './parts.ts';

const LOW = 240;
const PANEL = 260;
const CONTROLS = 96;
const HEADER = 52;
const BESIDE = 700; // from this width on the panel stands beside the picture

/** The height at which a frame of this width shows its parts without scrolling the picture away. */
export function natural(width: number, query: AddressQuery): number {
  const parts = partsOf(query);
  const picture = parts.has('network') ? Math.min(520, Math.max(200, Math.round(width * 0.5))) : 0;
  const panel = PANELS.some((part) => parts.has(part));
  const under = panel && (width <= BESIDE || picture === 0) ? PANEL : 0;
  const rest = (parts.has('header') ? HEADER : 0) + (parts.has('steps') || parts.has('timeline') ? CONTROLS : 0);
  return Math.max(LOW, picture + under + rest);
}
