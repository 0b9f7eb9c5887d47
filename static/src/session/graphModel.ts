import { leafRefs } from '../notation/leafRefs.ts';
import type { Changed, GraphSession, GraphWhatIf, Nullable } from '../wire/types.ts';
import type { SessionModel } from './sessionModel.ts';
import { GRAPH_UNITS } from './units.ts';

/** What is not computed at the start of an iteration: all but leaves and constants. */
function begin({ values, parameters }: GraphSession): Changed {
  const kept = new Map(leafRefs(parameters));
  return Object.fromEntries(Object.entries(values).map(([ref, value]) => [ref, kept.get(ref) ?? (ref.startsWith(CONSTANT) ? value : null)]));
}
const CONSTANT = 'C:';

const known = (values: Changed): [string, number][] =>
  Object.entries(values).filter((entry): entry is [string, number] => entry[1] !== null);

/** A graph of scalar operations: its numbers are on the wire by ref. */
export const GRAPH: SessionModel<GraphSession> = {
  name: 'graph',
  units: GRAPH_UNITS,
  unitKey: (unit) => (unit === 'term' ? 'unit-operation' : `unit-${unit}`),
  views: new Set(['loss', 'slice', 'surface', 'paths', 'modes', 'check', 'table']),
  trainingViews: ['loss', 'slice'],
  sheets: ['program', 'training', 'share', 'export'],
  locks: ['parameters', 'training', 'network', 'train'],
  numbers: ({ values, position }) => new Map([...known(values), ['optimizer.learning_rate', position.rate]]),
  refs: ({ values }) => Object.keys(values),
  withChanges: (session, changed, begun) => ({ ...session, values: { ...(begun ? begin(session) : session.values), ...changed } }),
  trained(session, { parameters, values }) {
    const learned = { ...session, parameters: parameters as GraphSession['parameters'] };
    return { ...learned, values: { ...begin(learned), ...(values as Record<string, Nullable>) } };
  },
  // A spec without a choice of trained leaves has the one of its names: no other one is made for it.
  restart: ({ spec, parameters }) => ({ ...spec, graph: { train: null, ...spec.graph, values: parameters } }),
  isWhole: () => true,
  isFromPreset: (spec, { name }) => spec.preset === name,
  edit: (ref, value) => ({ parameters: { [ref]: value } }),
  whatIf: (answer, ref, { isGiven }) => (answer as GraphWhatIf | null)?.values[ref] ?? (isGiven(ref) ? undefined : null),
};
