/** Walking the network by arrow keys: from a neuron along its edges, from an edge to its ends. */

export type Way = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** A neuron, or the edge that joins `from` (layer − 1) to `unit` (layer). */
export interface Place {
  layer: number;
  unit: number;
  from: number | null;
}

const clamp = (value: number, length: number): number => Math.min(Math.max(value, 0), length - 1);

function fromNeuron(sizes: readonly number[], { layer, unit }: Place, way: Way): Place | null {
  const units = sizes[layer] ?? 0;
  if (way === 'right') return layer + 1 < sizes.length ? { layer: layer + 1, unit: clamp(unit, sizes[layer + 1] ?? 0), from: unit } : null;
  if (way === 'left') return layer > 0 ? { layer, unit, from: clamp(unit, sizes[layer - 1] ?? 0) } : null;
  const next = unit + (way === 'up' ? -1 : 1);
  return next >= 0 && next < units ? { layer, unit: next, from: null } : null;
}

/** Up and down go round the edges of one layer: first those into the same neuron, then the next neuron's. */
function fromEdge(sizes: readonly number[], place: Place & { from: number }, way: Way): Place | null {
  const { layer, unit, from } = place;
  if (way === 'right') return { layer, unit, from: null };
  if (way === 'left') return { layer: layer - 1, unit: from, from: null };
  const below = sizes[layer - 1] ?? 1;
  const index = unit * below + from + (way === 'up' ? -1 : 1);
  if (index < 0 || index >= below * (sizes[layer] ?? 0)) return null;
  return { layer, unit: Math.floor(index / below), from: index % below };
}

/** Where an arrow leads; null: nowhere. `sizes[0]` is the number of inputs. */
export function walk(sizes: readonly number[], place: Place, way: Way): Place | null {
  if (way === 'first') return { layer: 0, unit: 0, from: null };
  if (way === 'last') return { layer: sizes.length - 1, unit: (sizes.at(-1) ?? 1) - 1, from: null };
  const { from } = place;
  return from === null ? fromNeuron(sizes, place, way) : fromEdge(sizes, { ...place, from }, way);
}
