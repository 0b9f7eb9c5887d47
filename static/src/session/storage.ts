/** Values kept in the browser; in a sandboxed frame storage throws, and nothing is kept. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`backstep:${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`backstep:${key}`);
    else localStorage.setItem(`backstep:${key}`, value);
  } catch {
    // Nothing depends on storage.
  }
}
