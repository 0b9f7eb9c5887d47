/** A program, and the graph of scalar operations that it means. */
import type { components } from './schema.gen.ts';

type Wire = components['schemas'];

export type Tensor = number | readonly Tensor[];

/** A program and what belongs to it; values given here win over those in its text. */
export type ProgramSpec = Partial<Omit<Wire['GraphProgram'], 'values'>> & Pick<Wire['GraphProgram'], 'program'> & { values?: Readonly<Record<string, Tensor>> };

export type ProgramNode = Wire['GraphNode'];
export type ProgramVariable = Wire['GraphVariable'];
export type ProgramGroup = Wire['GraphGroup'];
export type ProgramDescription = Wire['GraphDescription'];
/** The same, with the values that were taken for names without one. */
export type ProgramReading = Wire['GraphRead'];
