import { sessionPath, type Api } from '../../wire/client.ts';
import { queryString } from '../../wire/http.ts';
import type { LessonSummary } from '../../wire/lessons.ts';

/** Some iterations of the session as one HTML file; `query` has their number and the file's appearance. */
export const recording = async (api: Api, id: string, query: string): Promise<Blob> =>
  (await api.file(`${sessionPath(id)}/export/html?${query}`, 'text/html')).blob;

/** Every lesson, in order. */
export const lessonsIn = (api: Api, lang: string): Promise<LessonSummary[]> => api.get<LessonSummary[]>(`/lessons?${queryString({ lang })}`);
