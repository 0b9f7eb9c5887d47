/** Storage is a convenience: in a sandboxed frame it throws, and then nothing is remembered. */
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
    // Works without.
  }
}
