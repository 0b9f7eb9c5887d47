import { refusalOf, Unreachable } from './errors.ts';

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

  async function request(method: string, path: string, body?: unknown, { signal, accept = 'application/json' }: RequestOptions = {}): Promise<Response> {
    const init: RequestInit = { method, credentials: 'omit', headers: { accept } };
    if (body instanceof Blob) {
      init.body = body;
      init.headers = { ...init.headers, 'content-type': 'application/octet-stream' };
    } else if (body !== undefined) {
      init.body = JSON.stringify(body);
      init.headers = { ...init.headers, 'content-type': 'application/json' };
    }
    if (signal) init.signal = signal;
    const response = await send(base + path, init).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      throw new Unreachable(String(error));
    });
    if (!response.ok) throw await refusalOf(response);
    return response;
  }

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await request(method, path, body);
    return (await response.json().catch((error: unknown) => {
      throw new Unreachable(String(error));
    })) as T;
  }

  return {
    request,
    call,
    get: <T>(path: string): Promise<T> => call<T>('GET', path),
    post: <T>(path: string, body: unknown): Promise<T> => call<T>('POST', path, body),
    file: async (path: string, accept: string): Promise<ServerFile> => {
      const response = await request('GET', path, undefined, { accept });
      return { blob: await response.blob(), name: FILE_NAME.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '' };
    },
  };
}
