import type { StepKey } from '../controls/stepKeys.ts';
import type { Lab } from '../session/lab.svelte.ts';

const NEXT = '.transport .next';

/** Ends what the page collected before the lab; call it before the still picture goes. What it returns makes those steps in the lab. */
export function takeOver(target: HTMLElement): (lab: Lab) => void {
  const steps = window.endEarlySteps?.() ?? [];
  const before = target.querySelector('.early .next');
  const isPressed = before?.matches(':active') ?? false;
  const isFocused = before !== null && before === document.activeElement;
  return (lab) => {
    delete document.documentElement.dataset.early;
    const next = target.querySelector<HTMLElement>(NEXT);
    if (isFocused) next?.focus({ preventScroll: true });
    if (isPressed && next) finishClick(next);
    void makeSteps(lab, steps);
  };
}

/** The steps in order. A question of predict mode is asked once there is a session; what was pressed after it had nothing to act on. */
async function makeSteps(lab: Lab, steps: readonly StepKey[]): Promise<void> {
  if (lab.predictMode.on && steps.includes('step')) {
    if (await lab.connection.begin()) await lab.step();
    return;
  }
  const hasBack = steps.includes('back');
  for (const step of steps) {
    const made = step === 'step' ? lab.step() : lab.stepping.back();
    // A step back from the very start is refused, and a refusal drops what waits behind it.
    if (hasBack) await made;
  }
}

/** A click that began on the button of the page and ends on that of the lab, for which the browser has no click. */
function finishClick(next: HTMLElement): void {
  const end = (event: Event): void => {
    if (!next.contains(event.target as Node) || (event instanceof KeyboardEvent && event.key !== ' ')) return;
    let isClicked = false;
    next.addEventListener('click', () => (isClicked = true), { once: true });
    setTimeout(() => {
      if (!isClicked) next.click();
    });
  };
  addEventListener('pointerup', end, { once: true });
  addEventListener('keyup', end, { once: true });
}
