const FIELDS = new Set(['INPUT', 'SELECT', 'TEXTAREA']);
const ROLES = new Set(['slider', 'treeitem', 'gridcell', 'spinbutton', 'option', 'menuitem', 'tab']);

/** The step that a key press asks for; null in a field, in a control that uses arrow keys, or with a modifier. */
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
