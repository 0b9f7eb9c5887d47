/** Arrow keys in the network: from a neuron along its edges, from an edge to its ends. */

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** A neuron, or the edge that joins `from` (layer − 1) to `unit` (layer). */
export interface NetworkPosition {
  layer: number;
  unit: number;
  from: number | null;
}

const clamp = (value: number, length: number): number => Math.min(Math.max(value, 0), length - 1);

function fromNeuron(sizes: readonly number[], { layer, unit }: NetworkPosition, direction: Direction): NetworkPosition | null {
  const units = sizes[layer] ?? 0;
  if (direction === 'right') return layer + 1 < sizes.length ? { layer: layer + 1, unit: clamp(unit, sizes[layer + 1] ?? 0), from: unit } : null;
  if (direction === 'left') return layer > 0 ? { layer, unit, from: clamp(unit, sizes[layer - 1] ?? 0) } : null;
  const next = unit + (direction === 'up' ? -1 : 1);
  return next >= 0 && next < units ? { layer, unit: next, from: null } : null;
}

/** Up and down go through the edges of one layer, in the order of their target neurons. */
function fromEdge(sizes: readonly number[], position: NetworkPosition & { from: number }, direction: Direction): NetworkPosition | null {
  const { layer, unit, from } = position;
  if (direction === 'right') return { layer, unit, from: null };
  if (direction === 'left') return { layer: layer - 1, unit: from, from: null };
  const below = sizes[layer - 1] ?? 1;
  const index = unit * below + from + (direction === 'up' ? -1 : 1);
  if (index < 0 || index >= below * (sizes[layer] ?? 0)) return null;
  return { layer, unit: Math.floor(index / below), from: index % below };
}

/** The neighbour in a direction; null where there is none. `sizes[0]` is the number of inputs. */
export function neighbour(sizes: readonly number[], position: NetworkPosition, direction: Direction): NetworkPosition | null {
  if (direction === 'first') return { layer: 0, unit: 0, from: null };
  if (direction === 'last') return { layer: sizes.length - 1, unit: (sizes.at(-1) ?? 1) - 1, from: null };
  const { from } = position;
  return from === null ? fromNeuron(sizes, position, direction) : fromEdge(sizes, { ...position, from }, direction);
}
