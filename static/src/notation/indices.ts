/** 0, 1, … n − 1. */
export const indices = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
