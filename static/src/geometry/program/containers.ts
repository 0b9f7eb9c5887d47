/** What may be drawn as one block: groups of operations, arrays, and the elements of one piece of the text. */
import type { ProgramIndex } from '../../notation/programIndex.ts';
import type { ProgramGroup, ProgramNode } from '../../wire/program.ts';

export interface Container {
  id: string;
  kind: 'group' | 'array' | 'piece';
  label: string;
}

/** The containers of each number, the outermost first. */
export type ContainersOf = ReadonlyMap<string, readonly Container[]>;

/** What a group is called, and the elements of a function. */
export interface ContainerNames {
  group(group: ProgramGroup): string;
  piece(name: string): string;
}

function groupsOf(node: ProgramNode, { description: { groups } }: ProgramIndex, names: ContainerNames): Container[] {
  const found: Container[] = [];
  for (let at = node.group; at !== null; at = groups[at]?.parent ?? null) {
    found.unshift({ id: `group ${at}`, kind: 'group', label: names.group(groups[at]!) });
  }
  return found;
}

/** An array of the same group, or the elements that one piece of the text makes. */
function arrayOf(node: ProgramNode, names: ContainerNames): Container {
  const { variable, group, line, start, stop, function: name } = node;
  const within = group === null ? '' : ` in ${group}`;
  return variable !== ''
    ? { id: `array ${node.ref.replace(/\[.*$/, '')}${within}`, kind: 'array', label: node.ref.replace(/\[.*$/, '') }
    : { id: `piece ${line}:${start}-${stop} ${name}${within}`, kind: 'piece', label: names.piece(name) };
}

const PLAIN_NAMES: ContainerNames = { group: ({ kind, label }) => `${kind} ${label}`.trim(), piece: (name) => name };

export function containersOf(index: ProgramIndex, names: ContainerNames = PLAIN_NAMES): ContainersOf {
  const { nodes } = index.description;
  const arrays = new Map(nodes.map((node) => [node.ref, arrayOf(node, names)]));
  const members = new Map<string, number>();
  for (const { id } of arrays.values()) members.set(id, (members.get(id) ?? 0) + 1);
  return new Map(nodes.map((node) => {
    const array = arrays.get(node.ref)!;
    return [node.ref, [...groupsOf(node, index, names), ...((members.get(array.id) ?? 0) > 1 ? [array] : [])]];
  }));
}

/** Which containers are drawn open: all or none, but for those that a learner has opened or closed. */
export interface Folding {
  atomic: boolean;
  except: ReadonlySet<string>;
}

export const isOpen = ({ atomic, except }: Folding, id: string): boolean => atomic !== except.has(id);

export function turned(folding: Folding, id: string): Folding {
  const except = new Set(folding.except);
  if (!except.delete(id)) except.add(id);
  return { ...folding, except };
}

/** More numbers than this begin as blocks, whatever room there is; fewer where they do not fit. */
const SCREENFUL = 60;

/** `fits`: whether all its numbers can be drawn one by one in the room there is. */
export const firstFolding = ({ description }: ProgramIndex, fits: () => boolean): Folding =>
  ({ atomic: description.nodes.length <= SCREENFUL && fits(), except: new Set() });

/** The outermost closed container of a number; null where it stands by itself. */
export const blockOf = (ref: string, containers: ContainersOf, folding: Folding): Container | null =>
  containers.get(ref)?.find(({ id }) => !isOpen(folding, id)) ?? null;

/** The folding with a number in sight. */
export function revealing(ref: string, containers: ContainersOf, folding: Folding): Folding {
  const closed = (containers.get(ref) ?? []).filter(({ id }) => !isOpen(folding, id));
  return closed.reduce((next, { id }) => turned(next, id), folding);
}
