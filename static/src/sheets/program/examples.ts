import type { ProgramSpec } from '../../wire/program.ts';

/** Programs to begin with. Words: the text itself. */
export const EXAMPLES: readonly ProgramSpec[] = [
  { program: '2*(x*y + max(z, w))', values: { x: 3, y: -4, z: 2, w: -1 } },
  { program: 'y = w*x + b\nL = (y - t)^2/2', values: { w: 2, x: -2, b: 8, t: 2 } },
  { program: 'z = w0*x0 + w1*x1 + w2\ny = 1/(1 + exp(-z))', values: { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3 } },
  { program: 'x = [1, 2, 3]\nW = [[.1, .2, .3], [-.2, 0, .2]]\np = softmax(W @ x)\nL = -log(p[0])' },
  { program: 'w = .5\nh = [0, 0, 0]\nfor t in range(2):\n    h[t+1] = tanh(w*h[t] + 1)\nL = h[2]' },
];
