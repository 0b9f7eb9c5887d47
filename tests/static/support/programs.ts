/** Programs as the server describes them, made by hand. */
import type { ProgramDescription, ProgramNode } from '../../../static/src/wire/program.ts';

type Draft = Partial<ProgramNode> & Pick<ProgramNode, 'ref' | 'function'>;

const node = (draft: Draft, element: number): ProgramNode => ({
  inputs: [], value: null, variable: '', index: [], line: 1, start: 0, stop: 0, element, group: null, symbol: draft.ref, symbol_mathml: `<mi>${draft.ref}</mi>`, ...draft,
});

const described = (program: string, target: string, nodes: Draft[], more: Partial<ProgramDescription> = {}): ProgramDescription => ({
  program, target, nodes: nodes.map(node), variables: [], groups: [], trained: [], notes: [], counts: { forward: 0, backward: 0, update: 0 }, ...more,
});

const leaf = (ref: string, more: Partial<ProgramNode> = {}): Draft => ({ ref, function: 'leaf', variable: ref.replace(/\[.*/, ''), line: 0, ...more });

/** `2*(x*y + max(z, w))`. */
export const CIRCUIT = described('2*(x*y + max(z, w))', 'L', [
  leaf('x'), leaf('y'), leaf('z'), leaf('w'),
  { ref: 'L:1.1', function: 'multiply', inputs: ['x', 'y'], start: 3, stop: 6 },
  { ref: 'L:1.2', function: 'max', inputs: ['z', 'w'], start: 9, stop: 18 },
  { ref: 'L:1.3', function: 'add', inputs: ['L:1.1', 'L:1.2'], start: 3, stop: 18 },
  { ref: 'C:1.1', function: 'constant', value: 2, start: 0, stop: 1 },
  { ref: 'L', function: 'multiply', inputs: ['C:1.1', 'L:1.3'], variable: 'L', start: 0, stop: 19 },
], { trained: ['w'], variables: ['x', 'y', 'z', 'w'].map((ref) => ({ ref, name: ref, shape: [], nodes: [ref], line: 0, is_leaf: true })) });

/** `p = a*b*b`, and `r = exp(b)`, on which `p` does not depend. */
export const SHARED = described('p = a*b*b', 'p', [
  leaf('a'), leaf('b'),
  { ref: 'L:1.1', function: 'multiply', inputs: ['a', 'b'], stop: 3 },
  { ref: 'p', function: 'multiply', inputs: ['L:1.1', 'b'], variable: 'p', stop: 5 },
  { ref: 'r', function: 'exp', inputs: ['b'], variable: 'r', line: 2 },
], { trained: ['b'] });

const at = (i: number): string => `[${i}]`;

/** `s = softmax(x)`, `L = s[0]*s[0]`, over three numbers. */
export const SOFTMAX = described('s = softmax(x)\nL = s[0]*s[0]', 'L', [
  ...[0, 1, 2].map((i) => leaf(`x${at(i)}`, { index: [i] })),
  ...[0, 1, 2].map((i): Draft => ({ ref: `L:1.${i + 1}`, function: 'exp', inputs: [`x${at(i)}`], group: 0, start: 4, stop: 14 })),
  { ref: 'L:1.4', function: 'sum', inputs: ['L:1.1', 'L:1.2', 'L:1.3'], group: 0, start: 4, stop: 14 },
  ...[0, 1, 2].map((i): Draft => ({ ref: `s${at(i)}`, function: 'divide', inputs: [`L:1.${i + 1}`, 'L:1.4'], variable: 's', index: [i], group: 0, start: 4, stop: 14 })),
  { ref: 'L', function: 'multiply', inputs: ['s[0]', 's[0]'], variable: 'L', line: 2, stop: 9 },
], {
  trained: ['x[0]', 'x[1]', 'x[2]'], groups: [{ kind: 'softmax', label: '', parent: null }],
  variables: [
    { ref: 'x', name: 'x', shape: [3], nodes: ['x[0]', 'x[1]', 'x[2]'], line: 0, is_leaf: true },
    { ref: 's', name: 's', shape: [3], nodes: ['s[0]', 's[1]', 's[2]'], line: 1, is_leaf: false },
    { ref: 'L', name: 'L', shape: [], nodes: ['L'], line: 2, is_leaf: false },
  ],
});
