import { z } from 'zod';

/** The last entry of an archive: what must be in it, and what each part's bytes amount to. Without it an archive is cut off. */
export const manifestName = 'manifest.json';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const tableShape = z.object({
  table: z.string().min(1),
  rows: z.int().min(0),
  /** SHA-256 over all of the table's lines in order. */
  sha256: digest,
});

export const manifestShape = z.object({
  format: z.literal('assay-archive'),
  formatVersion: z.literal(1),
  madeAt: z.string(),
  /** The steps that made the tables, in order. */
  migrations: z.array(z.object({ number: z.int(), name: z.string(), appliedAt: z.string() })),
  tables: z.array(tableShape),
  files: z.object({
    count: z.int().min(0),
    bytes: z.int().min(0),
    /** SHA-256 over the files' hashes, a line each, in order. */
    sha256: digest,
    /** Hashes of files that the database refers to and that were not there, or not sound. */
    missing: z.array(digest),
  }),
});

export type Manifest = z.infer<typeof manifestShape>;

/** The entry of a page of rows: `tables/fact/000001.jsonl`, a JSON object a line. */
export const pageName = (table: string, page: number) => `tables/${table}/${String(page).padStart(6, '0')}.jsonl`;
export const fileName = (hash: string) => `files/${hash}`;

/** What an entry's name says it is. */
export function entryOf(
  name: string,
): { kind: 'page'; table: string; page: number } | { kind: 'file'; hash: string } | { kind: 'manifest' } | null {
  if (name === manifestName) return { kind: 'manifest' };
  const [, hash] = /^files\/([0-9a-f]{64})$/.exec(name) ?? [];
  if (hash !== undefined) return { kind: 'file', hash };
  const [, table, page] = /^tables\/(\w+)\/(\d{6,})\.jsonl$/.exec(name) ?? [];
  return table === undefined ? null : { kind: 'page', table, page: Number(page) };
}
