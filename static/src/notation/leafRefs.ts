import type { Tensor } from '../wire/program.ts';

/** The ref and the value of every element of an array, in row-major order. */
export function elementsOf(name: string, value: Tensor, index: readonly number[] = []): [ref: string, value: number][] {
  if (typeof value === 'number') return [[index.length > 0 ? `${name}[${index.join(',')}]` : name, value]];
  return value.flatMap((part, i) => elementsOf(name, part, [...index, i]));
}

/** The same of every leaf. */
export const leafRefs = (leaves: Readonly<Record<string, Tensor>>): [ref: string, value: number][] =>
  Object.entries(leaves).flatMap(([name, value]) => elementsOf(name, value));
