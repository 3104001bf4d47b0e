import { z } from 'zod';

/** What became of an upload: the content that was kept, or why it was not, with the HTTP status that says so. */
export type Outcome =
  | { readonly status: 200; readonly content: Received }
  | { readonly status: 400 | 415 | 422; readonly error: string };

/** A kept file as evidence refers to it. */
export type Received = {
  readonly hash: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly name: string;
};

const received = z.object({ hash: z.string(), bytes: z.int(), mediaType: z.string(), name: z.string() });
const kept = z.union([
  z.object({ status: z.literal(200), content: received }),
  z.object({ status: z.literal([400, 415, 422]), error: z.string() }),
]);

/** Reads an outcome from its column; null where there is none yet. */
export function outcomeIn(column: string | null): Outcome | null {
  return column === null ? null : kept.parse(JSON.parse(column));
}
