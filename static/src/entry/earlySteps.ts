/**
 * Steps that are asked for before the lab is there. The number of the first is in the still picture, hidden, as it is written in
 * each number of digits (`app/backstep_lab/exports/images/foreseen.py`).
 */
import { arrowStep, type StepKey } from '../controls/stepKeys.ts';
import { isNewHere } from '../lesson/firstVisit.ts';
import { keptDigits } from '../session/keptDigits.ts';
import { recall } from '../session/storage.ts';

/** What the server says of the page. */
export interface EarlyPage {
  /**
   * The preset whose session this browser may keep, which then takes the place of the page's; empty where none is kept.
   * Not there on a page that cannot be stepped before its lab is there.
   */
  kept?: string;
  /** A first visit begins with the introduction. */
  introduces?: string;
  /** Those that the address asks for. */
  digits?: string;
}

declare global {
  interface Window {
    /** Ends the collection; returns the steps in the order in which they were asked for. */
    endEarlySteps?: () => StepKey[];
  }
}

/** Collects steps, and draws the number of the first. `data-early` at the root shows the button, or that the lab could not be loaded. */
export function collectSteps({ kept, introduces, digits }: EarlyPage): void {
  const { dataset } = document.documentElement;
  const steps: StepKey[] = [];
  const end = new AbortController();
  const { signal } = end;
  let ahead = 0;

  function add(step: StepKey): void {
    steps.push(step);
    ahead += step === 'step' ? 1 : -1;
    const mark = document.querySelector<SVGElement>('.foreseen');
    // The numbers of a session that goes on are not in the page.
    if (mark && recall(`session:${kept}`) === null) mark.textContent = ahead > 0 ? mark.dataset[keptDigits(digits)]! : '';
  }

  window.endEarlySteps = () => {
    end.abort();
    return steps;
  };
  addEventListener('error', ({ target }) => {
    if ((target as HTMLScriptElement).type === 'module') dataset.early = 'failed';
  }, { capture: true, signal });
  addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('.early button');
    if (button?.matches('.next')) add('step');
    else if (button) location.reload();
  }, { signal });
  if (kept === undefined || (introduces && parent === window && isNewHere(kept))) return;
  dataset.early = 'open';
  addEventListener('keydown', (event) => {
    const step = dataset.early === 'open' && arrowStep(event);
    if (!step) return;
    event.preventDefault();
    add(step);
  }, { signal });
}
