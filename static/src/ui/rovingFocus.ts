const CONTROLS = 'button, select, a[href]';
const WAYS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };

/**
 * One stop of the Tab key for all controls of a row, which the arrow keys lead through, as in a toolbar. `menu` is the button that
 * opens the row: while it is shown they are a menu, in which each is a stop of its own.
 */
export const rovingFocus = (menu: () => HTMLElement | null = () => null) => (row: HTMLElement): (() => void) => {
  let current: HTMLElement | null = null;
  const isMenu = (): boolean => menu()?.checkVisibility() ?? false;
  const controls = (): HTMLElement[] => [...row.querySelectorAll<HTMLElement>(CONTROLS)].filter((one) => !one.matches(':disabled'));

  function mark(): void {
    const all = controls();
    if (current === null || !all.includes(current)) current = all[0] ?? null;
    const everyOne = isMenu();
    for (const one of all) {
      const tabIndex = everyOne || one === current ? 0 : -1;
      if (one.tabIndex !== tabIndex) one.tabIndex = tabIndex;
    }
  }

  function follow({ target }: FocusEvent): void {
    current = controls().find((one) => one === target) ?? current;
    mark();
  }

  function move(event: KeyboardEvent): void {
    const way = WAYS[event.key];
    const isOfField = event.target instanceof HTMLSelectElement && (event.key === 'ArrowUp' || event.key === 'ArrowDown');
    if (way === undefined || isMenu() || isOfField || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const all = controls();
    const at = all.findIndex((one) => one === event.target);
    all[(at + way + all.length) % all.length]?.focus();
  }

  row.addEventListener('focusin', follow);
  row.addEventListener('keydown', move);
  const changes = new MutationObserver(mark);
  changes.observe(row, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  // Begins to observe with the first layout, when it is known what is shown.
  const size = new ResizeObserver(mark);
  size.observe(row);
  return () => {
    row.removeEventListener('focusin', follow);
    row.removeEventListener('keydown', move);
    changes.disconnect();
    size.disconnect();
  };
};
