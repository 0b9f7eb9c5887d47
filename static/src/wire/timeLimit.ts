import { Unreachable } from './errors.ts';

/** Milliseconds for an answer: more than the longest call that the server makes, its place in the queue included. */
export const ANSWER_MS = 30_000;
/** For a file, which may be large. */
export const FILE_MS = 120_000;
/** Between two events of a run: the server sends one at least every ten seconds. */
export const EVENT_MS = 40_000;

/** The outcome of some work; after so long `Unreachable`, and the work's signal is aborted. `outer` aborts it as well. */
export async function within<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>, outer?: AbortSignal): Promise<T> {
  const controller = new AbortController();
  const abort = (): void => controller.abort(outer?.reason);
  if (outer?.aborted) abort();
  // It stays for the body of a stream, which is read after its headers.
  outer?.addEventListener('abort', abort, { once: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Unreachable(`no answer within ${milliseconds / 1000} seconds`));
      controller.abort();
    }, milliseconds);
  });
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
