/** Files that a session is taken away as, and brought back from. */
import type { SessionFile } from '../../wire/files.ts';
import type { Session } from '../../wire/types.ts';

/** What was exported: its bytes and the name it should have. */
export interface Exported {
  blob: Blob;
  name: string;
}

type Ask = (method: string, path: string, body?: unknown, manner?: { accept: string }) => Promise<Response>;

const NAMED = /filename="([^"]+)"/;

export const filesOf = (ask: Ask, of: (id: string) => string) => ({
  exported: async (id: string, format: string, lang: string): Promise<Exported> => {
    const answer = await ask('GET', `${of(id)}/export/${format}?lang=${lang}`, undefined, { accept: '*/*' });
    return { blob: await answer.blob(), name: NAMED.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? `backstep-${format}` };
  },
  importSession: async (file: SessionFile): Promise<Session> => (await ask('POST', '/sessions/import', file)).json() as Promise<Session>,
  importParameters: async (id: string, file: Blob, revision: number): Promise<Session> =>
    (await ask('POST', `${of(id)}/import/safetensors?revision=${revision}`, file)).json() as Promise<Session>,
});
