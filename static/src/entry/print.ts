/** Use the light theme while the page is printed. */
export function printLight(root: HTMLElement): void {
  let worn: string | undefined;
  addEventListener('beforeprint', () => {
    worn = root.dataset.theme;
    root.dataset.theme = 'light';
  });
  addEventListener('afterprint', () => {
    if (worn === undefined) delete root.dataset.theme;
    else root.dataset.theme = worn;
  });
}
