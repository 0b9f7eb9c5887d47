import type { Unit } from '../wire/types.ts';

/** What one step may do in a layered network, and in a graph; words: `unit-<name>`. */
export const LAYERED_UNITS: readonly Unit[] = ['term', 'neuron', 'layer', 'pass', 'iteration', 'epoch'];
export const GRAPH_UNITS: readonly Unit[] = ['term', 'element', 'line', 'group', 'pass', 'iteration'];
