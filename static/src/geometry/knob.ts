/** A weight turned like a knob: how far a movement of the pointer changes its number. */

/** Pixels of one step. */
const PIXELS = 4;
/** Numbers nearer to 0 than this are turned as finely as this one. */
const FINEST = 0.1;
const STEPS_OF_MAGNITUDE = 20;

/** The step of a number: a twentieth of its order of magnitude, 0.05 for numbers from 1 to 10. */
export const knobStep = (value: number): number =>
  10 ** Math.floor(Math.log10(Math.max(Math.abs(value), FINEST))) / STEPS_OF_MAGNITUDE;

/** Without the noise of binary fractions. */
export const tidy = (value: number): number => Number(value.toPrecision(12));

/** The number after a movement; right and up make it larger. */
export const turnedValue = (start: number, dx: number, dy: number): number =>
  tidy(start + Math.round((dx - dy) / PIXELS) * knobStep(start));

/** Steps to either side that a slider has room for. */
const REACH = 80;

/** The ends of a slider that stands at `start` in its middle. */
export function sliderRange(start: number): { min: number; max: number; step: number } {
  const step = knobStep(start);
  return { min: tidy(start - REACH * step), max: tidy(start + REACH * step), step: tidy(step) };
}
