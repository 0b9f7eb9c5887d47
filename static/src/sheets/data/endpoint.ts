import { sessionPath, type Api } from '../../wire/client.ts';
import { queryString } from '../../wire/http.ts';
import type { DatasetInfo } from '../../wire/types.ts';
import type { components } from '../../wire/schema.gen.ts';

export type DataPreview = components['schemas']['DataPreview'];
export type ExampleTable = components['schemas']['ExampleTable'];
export type ExampleRow = components['schemas']['ExampleRow'];
export type TableCall = components['schemas']['TableCall'];
export type TableRead = components['schemas']['TableRead'];
export type TableReading = components['schemas']['TableReading'];
export type TableColumn = components['schemas']['TableColumn'];
export type ColumnKind = components['schemas']['ColumnKind'];

export const datasets = (api: Api): Promise<DatasetInfo[]> => api.get('/datasets');

/** The examples that a description of a data set makes. */
export const previewData = (api: Api, spec: Record<string, unknown>): Promise<DataPreview> => api.post('/datasets/preview', spec);

/** A table as inputs and targets, and how it was read. */
export const readTable = (api: Api, table: TableCall): Promise<TableRead> => api.post('/table', table);

/** Rows of a set of the session's examples. */
export const examples = (api: Api, id: string, set: ExampleTable['set'], offset: number, limit: number): Promise<ExampleTable> =>
  api.get(`${sessionPath(id)}/examples?${queryString({ set, offset, limit })}`);
