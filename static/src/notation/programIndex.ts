/** A program's graph by ref: what reads a number, and which message each reading sends back. */
import type { ProgramDescription, ProgramNode } from '../wire/program.ts';

export const LEAF = 'leaf';
export const CONSTANT = 'constant';

/** A number that another one is computed from. */
export interface Reading {
  from: string;
  to: string;
  /** Which of the inputs of `to`, from 0. */
  input: number;
  /** The ref of the message back over it; null where none is sent. */
  message: string | null;
}

export interface ProgramIndex {
  readonly description: ProgramDescription;
  readonly nodes: ReadonlyMap<string, ProgramNode>;
  readonly readings: readonly Reading[];
  /** By the number that is read. */
  readonly readingsOf: ReadonlyMap<string, readonly Reading[]>;
  /** By the number that is computed from them. */
  readonly readingsInto: ReadonlyMap<string, readonly Reading[]>;
  /** Numbers whose gradient is computed. */
  readonly differentiated: ReadonlySet<string>;
  readonly trained: ReadonlySet<string>;
}

export const isComputed = (node: ProgramNode): boolean => node.function !== LEAF && node.function !== CONSTANT;

export const gradientRef = (target: string, ref: string): string => `d${target}/d${ref}`;

/** Numbers from which the target is computed, itself included. */
function reaching(nodes: ReadonlyMap<string, ProgramNode>, target: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [target];
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    if (reached.has(ref)) continue;
    reached.add(ref);
    waiting.push(...(nodes.get(ref)?.inputs ?? []));
  }
  return reached;
}

/** Numbers that depend on a leaf. */
function movable(nodes: readonly ProgramNode[]): Set<string> {
  const moved = new Set<string>();
  for (const { ref, inputs, function: name } of nodes) {
    if (name === LEAF || inputs.some((input) => moved.has(input))) moved.add(ref);
  }
  return moved;
}

function by<R extends Record<K, string>, K extends string>(end: K, readings: readonly R[]): Map<string, R[]> {
  const grouped = new Map<string, R[]>();
  for (const reading of readings) {
    const group = grouped.get(reading[end]);
    if (group) group.push(reading);
    else grouped.set(reading[end], [reading]);
  }
  return grouped;
}

function messageOf({ from, to, input }: Omit<Reading, 'message'>, sent: readonly Omit<Reading, 'message'>[], target: string): string {
  const gradient = gradientRef(target, from);
  if (sent.length === 1) return gradient;
  const twice = sent.filter((other) => other.to === to);
  const times = twice.length > 1 ? `:${twice.findIndex((other) => other.input === input) + 1}` : '';
  return `${gradient}<-${to}${times}`;
}

export function programIndex(description: ProgramDescription): ProgramIndex {
  const { target } = description;
  const nodes = new Map(description.nodes.map((node) => [node.ref, node]));
  const reached = reaching(nodes, target);
  const moved = movable(description.nodes);
  const read = description.nodes.flatMap(({ ref: to, inputs }) => inputs.map((from, input) => ({ from, to, input })));
  const bySource = by('from', read);
  const readings = read.map((reading): Reading => {
    const sends = reached.has(reading.to) && moved.has(reading.from);
    const sent = sends ? (bySource.get(reading.from) ?? []).filter(({ to }) => reached.has(to)) : [];
    return { ...reading, message: sends ? messageOf(reading, sent, target) : null };
  });
  return {
    description, nodes, readings,
    readingsOf: by('from', readings),
    readingsInto: by('to', readings),
    differentiated: moved,
    trained: new Set(description.trained),
  };
}
