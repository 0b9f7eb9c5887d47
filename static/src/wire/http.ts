import { refusalOf, Unreachable } from './errors.ts';
import { ANSWER_MS, FILE_MS, within } from './timeLimit.ts';

export interface RequestOptions {
  signal?: AbortSignal;
  accept?: string;
}

/** A file that the server made, and the name that it gave it. */
export interface ServerFile {
  blob: Blob;
  /** '' where the server gave none. */
  name: string;
}

const FILE_NAME = /filename="([^"]+)"/;

/** The query of an address: null leaves a name out, a list repeats it. */
export function queryString(values: Readonly<Record<string, string | number | boolean | null | undefined | readonly (string | number)[]>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue;
    for (const one of Array.isArray(value) ? (value as readonly (string | number)[]) : [value as string | number | boolean]) query.append(name, String(one));
  }
  return query.toString();
}

/** Requests to the API below `root`, the path prefix of the application. Answers that are no success become errors. */
export function httpClient(root: string, send: typeof fetch) {
  const base = `${root}/api/v1`;

  async function request(method: string, path: string, body: unknown, { signal, accept = 'application/json' }: RequestOptions): Promise<Response> {
    const init: RequestInit = { method, credentials: 'omit', headers: { accept }, ...(signal && { signal }) };
    if (body instanceof Blob) {
      init.body = body;
      init.headers = { ...init.headers, 'content-type': 'application/octet-stream' };
    } else if (body !== undefined) {
      init.body = JSON.stringify(body);
      init.headers = { ...init.headers, 'content-type': 'application/json' };
    }
    const response = await send(base + path, init).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      throw new Unreachable(String(error));
    });
    if (!response.ok) throw await refusalOf(response);
    return response;
  }

  /** The answer's body, read whole within a time. */
  function read<T>(milliseconds: number, method: string, path: string, body: unknown, accept: string, reading: (response: Response) => Promise<T>): Promise<T> {
    return within(milliseconds, async (signal) => {
      const response = await request(method, path, body, { signal, accept });
      return reading(response).catch((error: unknown) => {
        throw new Unreachable(String(error));
      });
    });
  }

  const call = <T>(method: string, path: string, body?: unknown): Promise<T> =>
    read(ANSWER_MS, method, path, body, 'application/json', (response) => response.json() as Promise<T>);

  return {
    /** An answer whose body is read as it comes: only its beginning has a time. */
    stream: (path: string, body: unknown, { signal, accept }: Required<RequestOptions>): Promise<Response> =>
      within(ANSWER_MS, (limited) => request('POST', path, body, { signal: limited, accept }), signal),
    call,
    get: <T>(path: string): Promise<T> => call<T>('GET', path),
    post: <T>(path: string, body: unknown): Promise<T> => call<T>('POST', path, body),
    file: (path: string, accept: string): Promise<ServerFile> =>
      read(FILE_MS, 'GET', path, undefined, accept, async (response) => {
        const name = FILE_NAME.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '';
        return { blob: await response.blob(), name };
      }),
  };
}
