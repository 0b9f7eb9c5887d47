const FIELDS = new Set(['INPUT', 'SELECT', 'TEXTAREA']);
const ROLES = new Set(['slider', 'treeitem', 'gridcell', 'spinbutton', 'option', 'menuitem', 'tab']);

/** Does this key press mean a step? Not in a field, not in a control that moves by arrows, not with a modifier. */
export function stepKey(event: KeyboardEvent): 'step' | 'back' | null {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return null;
  const target = event.target;
  if (target instanceof HTMLElement) {
    if (FIELDS.has(target.tagName) || target.isContentEditable) return null;
    if (ROLES.has(target.getAttribute('role') ?? '')) return null;
  }
  return event.key === 'ArrowRight' ? 'step' : 'back';
}
