import { sessionPath, type Api } from '../../wire/client.ts';

/** Some iterations of the session as one HTML file; `query` says how it looks, in the words of an address. */
export const recording = async (api: Api, id: string, query: string): Promise<Blob> =>
  (await api.file(`${sessionPath(id)}/export/html?${query}`, 'text/html')).blob;
