const FIELDS = new Set(['INPUT', 'SELECT', 'TEXTAREA']);
const ROLES = new Set(['slider', 'treeitem', 'gridcell', 'spinbutton', 'option', 'menuitem', 'tab']);

/** Whether a key press is meant for a field. */
export const isTyped = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && (FIELDS.has(target.tagName) || target.isContentEditable);

/** The step that a key press asks for; null in a field, in a control that uses arrow keys, or with a modifier. */
export function stepKey(event: KeyboardEvent): 'step' | 'back' | null {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return null;
  if (isTyped(event)) return null;
  if (event.target instanceof HTMLElement && ROLES.has(event.target.getAttribute('role') ?? '')) return null;
  if (event.target instanceof HTMLElement && isInScrolledRegion(event.target)) return null;
  return event.key === 'ArrowRight' ? 'step' : 'back';
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
