/** A worker for layouts; null where the browser allows none, as in a sandboxed frame. */
export function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./layOut.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
