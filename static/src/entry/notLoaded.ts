/** The page's scripts did not arrive: it says so, and can be loaded again. */
export function sayNotLoaded(): void {
  document.documentElement.dataset.early = 'failed';
}
