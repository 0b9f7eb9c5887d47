/** The address says what is on the stage, without adding to the history. */
export function inAddress(name: string, value: string): void {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  if (name === 'preset') url.pathname = url.pathname.replace(/\/p\/[^/]+$/, '/');
  history.replaceState(history.state, '', url);
}
