/** Widths of edges and lanes, and the opacity of a neuron's tint. */

const EDGE: [number, number] = [0.75, 6];
const LANE: [number, number] = [1.25, 5];

export type Scale = (value: number | null) => number;

const largest = (values: Iterable<number | null>): number => {
  let most = 0;
  for (const value of values) if (value !== null) most = Math.max(most, Math.abs(value));
  return most;
};

function widths(values: Iterable<number | null>, range: [number, number], thin: number): Scale {
  const most = largest(values) || 1;
  const [thinnest, thickest] = range;
  return (value) => (value === null ? 0 : thin * (thinnest + (thickest - thinnest) * Math.min(1, Math.abs(value) / most)));
}

/** Proportional to |w|, the largest of the network at full width. `thin` < 1 where edges are many. */
export const edgeWidths = (values: Iterable<number | null>, thin = 1): Scale => widths(values, EDGE, thin);
export const laneWidths = (values: Iterable<number | null>, thin = 1): Scale => widths(values, LANE, thin);

/** Opacity of an activation's tint, 0 … 1. */
export const tint = (value: number | null): number => (value === null ? 0 : 1 - Math.exp(-1.4 * Math.abs(value)));
