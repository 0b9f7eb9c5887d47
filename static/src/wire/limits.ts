/** Limits that fields show; the server's own are at /api/v1/limits. */
export const PARAMETER_LIMIT = 1e6;
export const LAYER_LIMIT = 10;
export const UNIT_LIMIT = 128;
export const SEED_LIMIT = 2 ** 32 - 1;
export const RACER_LIMIT = 4;
export const RECORDED_ITERATIONS = 20;
export const PENALTY_LIMIT = 1e3;
export const RATE_LIMIT = 1e6;
export const LINK_LIMIT = 4096;
export const ORDER_ITERATIONS = 10_000;

/** Characters of a name of an input, a neuron, an output or a class. */
export const NAME_LIMIT = 40;
