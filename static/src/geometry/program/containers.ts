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

/** What a group is called. */
export type GroupName = (group: ProgramGroup) => string;

function groupsOf(node: ProgramNode, { description: { groups } }: ProgramIndex, nameOf: GroupName): Container[] {
  const found: Container[] = [];
  for (let at = node.group; at !== null; at = groups[at]?.parent ?? null) {
    found.unshift({ id: `group ${at}`, kind: 'group', label: nameOf(groups[at]!) });
  }
  return found;
}

/** An array of the same group, or the elements that one piece of the text makes. */
function arrayOf(node: ProgramNode): Container {
  const { variable, group, line, start, stop, function: name } = node;
  const within = group === null ? '' : ` in ${group}`;
  return variable !== ''
    ? { id: `array ${node.ref.replace(/\[.*$/, '')}${within}`, kind: 'array', label: node.ref.replace(/\[.*$/, '') }
    : { id: `piece ${line}:${start}-${stop} ${name}${within}`, kind: 'piece', label: name };
}

const PLAIN_NAME: GroupName = ({ kind, label }) => `${kind} ${label}`.trim();

export function containersOf(index: ProgramIndex, nameOf: GroupName = PLAIN_NAME): ContainersOf {
  const { nodes } = index.description;
  const arrays = new Map(nodes.map((node) => [node.ref, arrayOf(node)]));
  const members = new Map<string, number>();
  for (const { id } of arrays.values()) members.set(id, (members.get(id) ?? 0) + 1);
  return new Map(nodes.map((node) => {
    const array = arrays.get(node.ref)!;
    return [node.ref, [...groupsOf(node, index, nameOf), ...((members.get(array.id) ?? 0) > 1 ? [array] : [])]];
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

/** So many numbers are drawn one by one at first; more begin as blocks. */
const SCREENFUL = 40;

export const firstFolding = ({ description }: ProgramIndex): Folding =>
  ({ atomic: description.nodes.length <= SCREENFUL, except: new Set() });

/** The outermost closed container of a number; null where it stands by itself. */
export const blockOf = (ref: string, containers: ContainersOf, folding: Folding): Container | null =>
  containers.get(ref)?.find(({ id }) => !isOpen(folding, id)) ?? null;

/** The folding with a number in sight. */
export function revealing(ref: string, containers: ContainersOf, folding: Folding): Folding {
  const closed = (containers.get(ref) ?? []).filter(({ id }) => !isOpen(folding, id));
  return closed.reduce((next, { id }) => turned(next, id), folding);
}
