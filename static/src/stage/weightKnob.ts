import { turnedValue } from '../geometry/knob.ts';
import type { Lab } from '../session/lab.svelte.ts';
import { MAX_NUMBER } from '../wire/limits.gen.ts';

/** Movement in pixels from which a press is a turn and no click. */
const THRESHOLD = 3;

/** Whether numbers can be turned now. */
export const canTurn = (lab: Lab): boolean => !lab.isLocked('parameters') && !lab.run.training;

/** Whether a number can be turned on the stage. */
export const isKnob = (lab: Lab, ref: string): boolean => lab.notation.turns(ref) && canTurn(lab);

/** Whether a value may stand in a parameter. */
export const inRange = (value: number): boolean => Math.abs(value) <= MAX_NUMBER;

interface Grip {
  pointer: number;
  ref: string;
  start: number;
  x: number;
  y: number;
  moved: boolean;
}

/** Turns weights and biases by dragging their numbers; Escape leaves the number as it was. */
export function weightKnob(lab: Lab): (picture: HTMLElement) => () => void {
  return (picture) => {
    let grip: Grip | null = null;
    /** The click at the end of a turn opens nothing. */
    let ended = false;

    function press(event: PointerEvent): void {
      ended = false;
      const ref = event.target instanceof Element ? event.target.closest<SVGElement>('.knob')?.dataset['ref'] : undefined;
      const start = ref === undefined ? null : lab.numbers.valueOf(ref);
      if (ref === undefined || start === null || event.button !== 0 || grip !== null || !isKnob(lab, ref)) return;
      grip = { pointer: event.pointerId, ref, start, x: event.clientX, y: event.clientY, moved: false };
    }

    function move(event: PointerEvent): void {
      if (grip === null || event.pointerId !== grip.pointer) return;
      const [dx, dy] = [event.clientX - grip.x, event.clientY - grip.y];
      if (!grip.moved && Math.hypot(dx, dy) < THRESHOLD) return;
      if (!grip.moved) picture.setPointerCapture(event.pointerId);
      grip.moved = true;
      const value = turnedValue(grip.start, dx, dy);
      if (inRange(value)) lab.trial.hold(grip.ref, value);
    }

    function release(event: PointerEvent): void {
      if (event.pointerId !== grip?.pointer) return;
      ended = grip.moved;
      grip = null;
      if (ended) void lab.trial.release();
    }

    function cancel(): void {
      grip = null;
      lab.trial.cancel();
    }

    function click(event: MouseEvent): void {
      if (ended) event.stopPropagation();
      ended = false;
    }

    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !grip?.moved) return;
      event.stopPropagation();
      ended = true;
      cancel();
    };

    picture.addEventListener('pointerdown', press);
    picture.addEventListener('pointermove', move);
    picture.addEventListener('pointerup', release);
    picture.addEventListener('pointercancel', cancel);
    picture.addEventListener('click', click, { capture: true });
    addEventListener('keydown', escape, { capture: true });
    return () => removeEventListener('keydown', escape, { capture: true });
  };
}
