import { sizesOf } from '../notation/facts.ts';
import { parseRef } from '../notation/refs.ts';
import { LAYERED_UNITS } from './units.ts';
import type { LayeredProgress, LayeredSession, Nullable, WhatIf } from '../wire/types.ts';
import { blankValues, layeredNumbers, withChanges } from './layeredNumbers.ts';
import type { SessionModel } from './sessionModel.ts';
import { VIEW_NAMES } from './views.ts';

type Nested = Nullable | readonly Nested[];
const blank = <T extends Nested>(value: T): T => (Array.isArray(value) ? value.map(blank) : null) as T;

export const LAYERED: SessionModel<LayeredSession> = {
  name: 'network',
  units: LAYERED_UNITS,
  unitKey: (unit) => `unit-${unit}`,
  views: new Set(VIEW_NAMES.filter((view) => view !== 'modes')),
  trainingViews: ['boundary', 'loss'],
  sheets: ['data', 'settings', 'training', 'share', 'export'],
  locks: ['parameters', 'data', 'focus', 'training', 'network', 'train'],
  numbers: layeredNumbers,
  refs: () => [],
  withChanges: (session, changed, begun) => ({ ...session, values: withChanges(begun ? blankValues(session.values) : session.values, changed) }),
  trained(session, progress) {
    const parameters = progress.parameters as LayeredSession['parameters'];
    const values = progress.values as LayeredProgress;
    return {
      ...session, parameters,
      values: {
        ...session.values, ...values,
        dL_da: blank(values.a), slope: blank(values.a), delta: blank(values.a), db: blank(values.a), b_next: blank(values.a),
        dW: blank(parameters.W) as Nullable[][][], W_next: blank(parameters.W) as Nullable[][][],
      },
    };
  },
  restart: ({ spec, parameters }) => ({ ...spec, network: { ...spec.network, parameters } }),
  isWhole: ({ position, spec: { training } }) => position.examples === 1 && training.l1 + training.l2 === 0,
  isFromPreset({ network, data }, { sizes, data: name, examples }) {
    const now = sizesOf(network);
    const shaped = now.length === sizes.length && now.every((units, l) => units === sizes[l]);
    return shaped && data.name === name && (examples === null || (data.X ?? []).length === examples);
  },
  edit(ref, value) {
    const kind = parseRef(ref)?.kind;
    return { [kind === 'input' || kind === 'target' ? 'data' : 'parameters']: { [ref]: value } };
  },
  whatIf(found, ref, { whole }) {
    const answer = found as WhatIf | null;
    const parsed = parseRef(ref);
    if (!parsed || parsed.row !== null) return null;
    const { kind, layer, index: [unit = 0] } = parsed;
    if (kind === 'weight' || kind === 'bias' || kind === 'input' || kind === 'target') return undefined;
    if (kind === 'weighted-sum') return answer?.layers[layer - 1]?.z[unit] ?? null;
    if (kind === 'activation') return answer?.layers[layer - 1]?.a[unit] ?? null;
    if (kind === 'loss-term') return answer?.terms[unit] ?? null;
    return kind === 'example-loss' || (kind === 'loss' && whole) ? (answer?.loss ?? null) : null;
  },
};
