import { sessionPath, type Api } from '../../wire/client.ts';
import { queryString, type ServerFile } from '../../wire/http.ts';

/** The session in a format of `formats.ts`. */
export async function exported(api: Api, id: string, format: string, lang: string): Promise<ServerFile> {
  const { blob, name } = await api.file(`${sessionPath(id)}/export/${format}?${queryString({ lang })}`, '*/*');
  return { blob, name: name || `backstep-${format}` };
}
