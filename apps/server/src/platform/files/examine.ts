import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { refuse, type Refusal } from '../refusal.ts';
import type { Scanner } from './clamd.ts';
import type { Written } from './incoming.ts';
import { plainName } from './name.ts';
import { checkType } from './typeCheck.ts';
import type { FileType } from './types.ts';

export type Examined =
  | ({ readonly ok: true; readonly type: FileType; readonly name: string } & Written)
  | Refusal<'empty' | 'typeRefused' | 'infected' | 'unscanned'>;

const headBytes = 4096;

/**
 * Decides whether an uploaded file, which lies whole at `path`, may be kept: by its content one of the accepted types,
 * nothing else besides, and clean where a scanner is set. Reads it in pieces.
 *
 * @returns its hash, size and type, or a refusal; `unscanned` may be tried again, the others may not.
 */
export async function examine(path: string, givenName: string, scan: Scanner): Promise<Examined> {
  const name = plainName(givenName);
  const hash = createHash('sha256');
  const head: Uint8Array[] = [];
  let bytes = 0;
  const chunks: AsyncIterable<Uint8Array> = createReadStream(path);
  for await (const chunk of chunks) {
    if (bytes < headBytes) head.push(chunk.subarray(0, headBytes - bytes));
    bytes += chunk.byteLength;
    hash.update(chunk);
  }
  if (bytes === 0) return refuse('empty', `"${name}" is empty.`);
  const checked = await checkType({ name, head: Buffer.concat(head), path });
  if (!checked.ok) return checked;
  const scanned = await scan(path);
  if (scanned === 'infected')
    return refuse('infected', `"${name}" holds something that a virus scanner knows as harmful. It was not kept.`);
  if (scanned === 'unavailable')
    return refuse(
      'unscanned',
      `"${name}" could not be scanned for viruses just now, so it was not kept. Try again in a few minutes.`,
    );
  return { ok: true, type: checked.type, name, path, hash: hash.digest('hex'), bytes };
}
