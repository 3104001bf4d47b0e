import { contentHash, type Content } from '@assay/engine';
import { AssayError, notFound } from '../record/errors.ts';
import type { World } from '../world.ts';

/** Words as a person counts them: runs of anything but white space that hold a letter or a figure. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
}

/**
 * Notes that a person brought a file, so that they, and nobody by its hash alone, can put it into evidence. Throws
 * AssayError where the same file was being deleted at this moment: it is there again when it is brought again.
 */
export async function noteUpload(
  world: World,
  person: string,
  file: { hash: string; bytes: number; mediaType: string; words: number | null },
): Promise<void> {
  await world.db
    .insertInto('upload')
    .values({
      hash: file.hash,
      person,
      bytes: file.bytes,
      media_type: file.mediaType,
      words: file.words,
      noted_at: world.given.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if ((await world.files.bytes(file.hash)) === null)
    throw new AssayError({ code: 'malformed', fields: [{ path: 'file', says: 'could not be kept; send it again.' }] });
}

/** What a person uploaded under this hash, as an item's content. Throws notFound where it was somebody else's. */
export async function uploadOf(world: World, person: string, hash: string, name: string): Promise<Content> {
  const row = await world.db
    .selectFrom('upload')
    .selectAll()
    .where('hash', '=', hash)
    .where('person', '=', person)
    .executeTakeFirst();
  if (row === undefined) throw notFound('upload of yours');
  return { hash: contentHash(row.hash), bytes: row.bytes, mediaType: row.media_type, name };
}

/** Keeps a written account as a text file of its own. */
export async function keepAccount(world: World, person: string, title: string, text: string): Promise<Content> {
  const words = wordsIn(text);
  if (words === 0)
    throw new AssayError({ code: 'malformed', fields: [{ path: 'text', says: 'write at least a few words.' }] });
  const { hash, bytes } = await world.files.keep(new Blob([text]).stream());
  await noteUpload(world, person, { hash, bytes, mediaType: 'text/plain', words });
  return {
    hash: contentHash(hash),
    bytes,
    mediaType: 'text/plain',
    name: `${
      title
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .trim()
        .slice(0, 60) || 'account'
    }.txt`,
  };
}
