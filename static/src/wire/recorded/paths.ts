import type { LossPath, LossPaths } from '../types.ts';
import { knownFrom } from './origins.ts';
import type { Answers, Factor } from './recording.ts';

interface Way {
  units: number[];
  factors: Factor[];
}

/** A gradient as the sum over its paths, as far as it is known at a step; undefined where nothing is recorded of it. */
export function pathsAt({ operations, paths }: Answers, ref: string, step: number, isGraph: boolean): LossPaths | undefined {
  const recorded = paths.gradients[ref];
  if (!recorded) return undefined;
  const { begins, continues, ...answer } = recorded;
  const begun = begins.map((place) => paths.factors[place]!);
  const reached = knownFrom(operations, ref) <= step;
  const shared = knownFrom(operations, answer.share_ref) <= step;
  let units: number[] = [];
  let places: number[] = [];
  const ways = paths.continuations[continues]!.map(([sameUnits, moreUnits, same, more]): Way => {
    units = [...units.slice(0, sameUnits), ...moreUnits];
    places = [...places.slice(0, same), ...more];
    return { units, factors: [...begun, ...places.map((place) => paths.factors[place]!)] };
  });
  return {
    ...answer,
    reached,
    gradient: reached ? answer.gradient : null,
    share: shared ? answer.share : null,
    sum: shared ? answer.sum : null,
    // Of a graph, paths are known with the gradient; of a network, factor by factor.
    paths: isGraph ? ways.filter(() => reached).map(graphPath) : ways.map((way) => networkPath(way, step, shared)),
  };
}

function networkPath({ units, factors }: Way, step: number, known: boolean): LossPath {
  return {
    units,
    nodes: [],
    factors: factors.map(([ref, value, symbol, symbol_mathml, from]) => ({ ref, symbol, symbol_mathml, value: from > step ? null : value })),
    value: known ? factors.reduce((product, [, value]) => product * (value ?? 0), 1) + 0 : null,
  };
}

/** Its product begins at the target. */
function graphPath({ units, factors }: Way): LossPath {
  return {
    units,
    nodes: factors.map(([ref]) => ref),
    factors: factors.map(([ref, value, symbol, symbol_mathml]) => ({ ref, symbol, symbol_mathml, value })),
    value: factors.reduceRight((product, [, value]) => product * (value ?? 0), 1) + 0,
  };
}
