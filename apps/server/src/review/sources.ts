import type { Manifest } from '@assay/engine';
import type { World } from '../world.ts';
import type { FindingsView } from './findings.ts';

/** What a judgement can rest on. */
export interface SourceView {
  /** `E1`, `E2`, …, `visit` or `discussion`. */
  readonly source: string;
  readonly title: string;
  readonly method: string;
  readonly component: string | null;
  readonly mediaType: string | null;
  readonly name: string | null;
  readonly bytes: number | null;
  readonly dated: string | null;
}

/** The submitted items, and the visit and the discussion once they are recorded. */
export async function sourcesOf(
  world: World,
  manifest: Manifest,
  { visit, discussion }: Pick<FindingsView, 'visit' | 'discussion'>,
): Promise<SourceView[]> {
  const items = manifest.items.map(({ item }) => item);
  const stored =
    items.length === 0
      ? []
      : await world.db
          .selectFrom('item')
          .select(['item', 'media_type', 'file_name', 'bytes'])
          .where('item', 'in', items)
          .execute();
  const files = new Map(stored.map((file) => [file.item, file]));
  const submitted = manifest.items.map(({ number, item, title, method, component, dated }) => {
    const file = files.get(item);
    return {
      source: `E${number}`,
      title,
      method,
      component,
      dated,
      mediaType: file?.media_type ?? null,
      name: file?.file_name ?? null,
      bytes: file?.bytes ?? null,
    };
  });
  const none = { component: null, mediaType: null, name: null, bytes: null };
  return [
    ...submitted,
    ...(visit === null
      ? []
      : [{ ...none, source: 'visit', title: 'Assessment visit', method: 'observation', dated: visit.on }]),
    ...(discussion === null
      ? []
      : [
          {
            ...none,
            source: 'discussion',
            title: 'Professional discussion',
            method: 'discussion',
            dated: discussion.on,
          },
        ]),
  ];
}

/** By statement, what the candidate claims for it and where. */
export function claimsOf(manifest: Manifest): Record<string, { source: string; place: string }[]> {
  const claims: Record<string, { source: string; place: string }[]> = {};
  for (const { number, claims: made } of manifest.items) {
    for (const [statement, place] of Object.entries(made))
      (claims[statement] ??= []).push({ source: `E${number}`, place });
  }
  return claims;
}
