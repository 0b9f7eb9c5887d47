import type { Api } from '../wire/client.ts';
import { Refused } from '../wire/errors.ts';
import type { GraphSession, Session } from '../wire/types.ts';
import { LAYERED } from './layeredModel.ts';
import { isGraphSession } from './layeredSession.ts';
import { PART_MISSING } from './partMissing.ts';
import type { SessionModel } from './sessionModel.ts';

/** What only graphs need is fetched with the first of them. */
let graph: SessionModel<GraphSession> | null = null;

/** Fetch what the sessions of a kind need: before the first of them is shown. */
export async function fetchModel(session: Session): Promise<void> {
  if (isGraphSession(session)) graph ??= (await import('./graphModel.ts')).GRAPH;
}

/** The kind of model that a session has. */
export const modelOf = ({ spec }: Pick<Session, 'spec'>): SessionModel => ('graph' in spec ? graph : LAYERED) as SessionModel;

/** The calls to a server, with the model of each session that they open. */
export function withModels(api: Api): Api {
  const fetched = <A extends unknown[]>(open: (...args: A) => Promise<Session>) => async (...args: A): Promise<Session> => {
    const session = await open(...args);
    await fetchModel(session).catch(() => {
      throw new Refused(PART_MISSING);
    });
    return session;
  };
  return { ...api, createSession: fetched(api.createSession), getSession: fetched(api.getSession), importSession: fetched(api.importSession) };
}
