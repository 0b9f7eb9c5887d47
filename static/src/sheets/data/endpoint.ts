import type { DataPreview, DatasetInfo, ExampleTable, TableCall, TableRead } from '../../wire/types.ts';

type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>;

/** Questions about data: what there is, what a description or a table makes, the examples of a session. */
export const dataCalls = (call: Call, of: (id: string) => string) => ({
  datasets: () => call<DatasetInfo[]>('GET', '/datasets'),
  previewData: (spec: Record<string, unknown>) => call<DataPreview>('POST', '/datasets/preview', spec),
  readTable: (table: TableCall) => call<TableRead>('POST', '/table', table),
  examples: (id: string, set: ExampleTable['set'], offset: number, limit: number) =>
    call<ExampleTable>('GET', `${of(id)}/examples?set=${set}&offset=${offset}&limit=${limit}`),
});
