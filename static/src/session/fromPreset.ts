import type { PresetSummary, Session } from '../wire/types.ts';
import { sizesOf } from '../notation/facts.ts';

type Spec = Session['spec'];

/** Whether the network still has the shape of the preset, and learns from its data. */
export function isFromPreset({ network, data }: Spec, { sizes, data: name, examples }: PresetSummary): boolean {
  const now = sizesOf(network);
  const shaped = now.length === sizes.length && now.every((units, l) => units === sizes[l]);
  return shaped && data.name === name && (examples === null || (data.X ?? []).length === examples);
}
