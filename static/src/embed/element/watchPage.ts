import { ancestors } from './pageTheme.ts';

/**
 * Call `changed` after each event that can change the page's theme or language around an element: an attribute of
 * something around it, a style sheet, the end of a transition, the browser's preference. The result stops that.
 */
export function watchPage(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  for (const at of ancestors(element)) if (at !== element) observer.observe(at, { attributes: true });
  if (document.body) observer.observe(document.body, { attributes: true });
  observer.observe(document.head, { childList: true });
  const preference = matchMedia('(prefers-color-scheme: dark)');
  preference.addEventListener('change', changed);
  // A style sheet that is exchanged takes effect when it is loaded; a page that fades has its colour at the end.
  document.addEventListener('load', changed, true);
  document.addEventListener('transitionend', changed);
  return () => {
    observer.disconnect();
    preference.removeEventListener('change', changed);
    document.removeEventListener('load', changed, true);
    document.removeEventListener('transitionend', changed);
  };
}
