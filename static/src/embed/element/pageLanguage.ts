/** The language that the page gives the element, from the nearest `lang`: one of ours, or '' where it is another. */
export function languageOf(element: Element): string {
  const primary = nearest(element).trim().toLowerCase().split('-')[0];
  if (primary === 'zh') return 'zh-CN';
  return primary === 'en' ? 'en' : '';
}

/** The value of the nearest `lang` around an element, also outside its shadow trees. */
function nearest(element: Element): string {
  for (let at: Element | null = element; at; at = hostOf(at)) {
    const found = at.closest('[lang]');
    if (found) return found.getAttribute('lang') ?? '';
  }
  return '';
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
