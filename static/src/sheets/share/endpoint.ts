import { sessionPath, type Api } from '../../wire/client.ts';

/** Some iterations of the session as one HTML file; `query` has their number and the file's appearance. */
export const recording = async (api: Api, id: string, query: string): Promise<Blob> =>
  (await api.file(`${sessionPath(id)}/export/html?${query}`, 'text/html')).blob;
