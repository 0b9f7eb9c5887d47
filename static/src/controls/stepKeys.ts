const FIELDS = new Set(['INPUT', 'SELECT', 'TEXTAREA']);
const ROLES = new Set(['slider', 'treeitem', 'gridcell', 'spinbutton', 'option', 'menuitem', 'tab']);

/** Whether a key press is meant for a field. */
export const isTyped = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && (FIELDS.has(target.tagName) || target.isContentEditable);

export type StepKey = 'step' | 'back';

/** The step that an arrow key stands for; null in a field, for another key, or with a modifier. */
export function arrowStep(event: KeyboardEvent): StepKey | null {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isTyped(event)) return null;
  return event.key === 'ArrowRight' ? 'step' : event.key === 'ArrowLeft' ? 'back' : null;
}

/** The step that a key press asks for in the lab; null also in a control that uses arrow keys. */
export function stepKey(event: KeyboardEvent): StepKey | null {
  const { target } = event;
  if (target instanceof HTMLElement && (ROLES.has(target.getAttribute('role') ?? '') || isInScrolledRegion(target))) return null;
  return arrowStep(event);
}

/** Whether the browser scrolls a region of the page sideways at an arrow key that is pressed here. */
function isInScrolledRegion(target: HTMLElement): boolean {
  for (let region: HTMLElement | null = target; region !== null && region !== document.body; region = region.parentElement) {
    if (region.scrollWidth <= region.clientWidth + 1) continue;
    const { overflowX } = getComputedStyle(region);
    if (overflowX === 'auto' || overflowX === 'scroll') return true;
  }
  return false;
}
