import { rankOf } from "../../rank-of.js";
import type { Ruling } from "../placed.js";

/** Rulings that hang together by crossing or touching. */
export interface Frame {
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
  /** Level ones that nothing draws: rows begin there all the same. */
  readonly laid?: readonly Ruling[];
}

/** More crossings than any page of tables has; beyond, the rulings are a drawing. */
const MOST_CROSSINGS = 400_000;

/** Groups of rulings that touch each other within `reach`; lone ones come as groups of one. */
export function connectRulings(horizontal: readonly Ruling[], vertical: readonly Ruling[], reach: number): Frame[] {
  const verticals = [...vertical].sort((a, b) => a.at - b.at);
  const places = verticals.map(({ at }) => at);
  const parent = Int32Array.from({ length: horizontal.length + verticals.length }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[i] !== root) {
      const next = parent[i]!;
      parent[i] = root;
      i = next;
    }
    return root;
  };
  let crossings = 0;
  for (let h = 0; h < horizontal.length; h++) {
    const line = horizontal[h]!;
    for (let v = rankOf(places, line.from - reach); v < verticals.length; v++) {
      const wall = verticals[v]!;
      if (wall.at > line.to + reach) break;
      if (++crossings > MOST_CROSSINGS) return [];
      if (wall.from - reach <= line.at && line.at <= wall.to + reach) parent[find(h)] = find(horizontal.length + v);
    }
  }
  const groups = new Map<number, { horizontal: Ruling[]; vertical: Ruling[] }>();
  const groupOf = (i: number): { horizontal: Ruling[]; vertical: Ruling[] } => {
    const root = find(i);
    let group = groups.get(root);
    if (!group) {
      group = { horizontal: [], vertical: [] };
      groups.set(root, group);
    }
    return group;
  };
  for (const [h, line] of horizontal.entries()) groupOf(h).horizontal.push(line);
  for (const [v, line] of verticals.entries()) groupOf(horizontal.length + v).vertical.push(line);
  return [...groups.values()];
}
