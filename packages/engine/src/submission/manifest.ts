import type { ComponentId, Method } from '@assay/standards';
import type { EvidenceItem } from '../evidence/index.ts';
import { digestOf, type ContentHash, type Day, type ItemId } from '../kernel/index.ts';

/** One item as it was submitted. `number` is how people speak of it: E1, E2, … */
export interface ManifestItem {
  readonly number: number;
  readonly item: ItemId;
  readonly title: string;
  readonly component: ComponentId;
  readonly method: Method;
  readonly dated: Day;
  readonly hash: ContentHash;
  readonly claims: Readonly<Record<string, string>>;
}

/** Exactly what was submitted; everything later refers to its digest. */
export interface Manifest {
  readonly items: readonly ManifestItem[];
  readonly digest: ContentHash;
}

/** The manifest of the items given, numbered by component, date and title. */
export function manifestOf(items: readonly EvidenceItem[]): Manifest {
  const ordered = items.toSorted((a, b) => order(a).localeCompare(order(b), 'en'));
  const numbered = ordered.map(({ item, title, component, method, dated, content, claims }, index) => ({
    number: index + 1,
    item,
    title,
    component,
    method,
    dated,
    hash: content.hash,
    claims,
  }));
  return { items: numbered, digest: digestOf(numbered) };
}

const order = ({ component, dated, title, item }: EvidenceItem) => `${component} ${dated} ${title} ${item}`;
