/** Inputs that are computed from the two coordinates of a point. */
export const FEATURES = ['x1', 'x2', 'x1^2', 'x2^2', 'x1*x2', 'sin(x1)', 'sin(x2)'] as const;
export type Feature = (typeof FEATURES)[number];
export const PLAIN: readonly Feature[] = ['x1', 'x2'];

/** x₁², as people write it. */
export const featureName = (name: string): string =>
  name.replace(/x([12])/g, (_, k: string) => `x${k === '1' ? '₁' : '₂'}`).replace('^2', '²').replace('*', '·').replace(/\((.*)\)/, ' $1');
