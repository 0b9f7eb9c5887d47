/** The page's scripts or its styles did not arrive: it says so, and can be loaded again. */
export function sayNotLoaded(): void {
  document.documentElement.dataset.early = 'failed';
  // Without styles it would still be there, and its steps would be made by nobody.
  document.querySelector('.early > .lab-foot')?.remove();
}
