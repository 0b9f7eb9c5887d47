import type { Api } from '../wire/client.ts';
import { Refused } from '../wire/errors.ts';
import type { Begin, Session } from '../wire/types.ts';

/** Where a session starts and its id is kept between visits, and what follows a change. */
export interface ConnectionHooks {
  begin(): Begin;
  kept(): string | null;
  keep(id: string | null): void;
  changed(): void;
  /** The server has answered. */
  reached(): void;
}

/** Anything may stand in a browser's storage: what is no id is as if nothing were kept. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** The kept session, or a new one; `lost`: the kept one could not be read, and only its settings are as they were. */
export async function opened(api: Api, hooks: ConnectionHooks, lost: () => void): Promise<Session> {
  const create = (): Promise<Session> => api.createSession(hooks.begin());
  const id = hooks.kept();
  if (id === null || !ID.test(id)) return create();
  try {
    return await api.getSession(id);
  } catch (error) {
    if (!(error instanceof Refused && error.isGone)) throw error;
    const { spec } = error.problem;
    if (!spec) return create();
    const made = await api.createSession(spec);
    lost();
    return made;
  }
}
