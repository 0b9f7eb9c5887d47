/** The question what becomes of training when weights move too early. */
import type { components } from '../../wire/schema.gen.ts';

type Wire = components['schemas'];
export type UpdateOrder = Wire['UpdateOrder'];
export type OrderLayer = Wire['OrderLayer'];
export type OrderNumber = Wire['OrderNumber'];

type Ask = <T>(path: string) => Promise<T>;

/** `ask` gets what stands under an address of the session's. */
export const orderOf = (ask: (id: string) => Ask) => ({
  order: (id: string, iterations: number) => ask(id)<UpdateOrder>(`/order?iterations=${iterations}`),
});
