import type { Writing } from '../../database.ts';
import type { Allowance } from '../../platform/settings.ts';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import { endingOf, plainName } from '../../platform/files/name.ts';
import { endingIsAccepted } from '../../platform/files/typeCheck.ts';
import { acceptedWords } from '../../platform/files/types.ts';

/** An upload as it is announced, before a byte of it is sent. */
export type Announced = { readonly person: string; readonly name: string; readonly bytes: number };
export type Allowed =
  | { readonly ok: true }
  | Refusal<'nameless' | 'empty' | 'typeRefused' | 'tooLarge' | 'tooMany' | 'tooMuch'>;

/**
 * Whether a person may begin this upload. What they brought and what they have begun counts together, so that many
 * unfinished uploads take no more room than finished ones.
 */
export async function allow(
  writing: Writing,
  { person, name: given, bytes }: Announced,
  allowance: Allowance,
): Promise<Allowed> {
  if (given === '') return refuse('nameless', 'Give the file its name: the upload’s metadata “filename”.');
  const name = plainName(given);
  if (bytes === 0) return refuse('empty', `"${name}" is empty.`);
  if (bytes > allowance.fileBytes)
    return refuse('tooLarge', `"${name}" is larger than ${inMegabytes(allowance.fileBytes)}, the most for one file.`);
  if (!endingIsAccepted(name)) {
    const ending = endingOf(name);
    const what = ending === '' ? 'has no ending that says what it is' : `ends in .${ending}`;
    return refuse('typeRefused', `"${name}" ${what}. Accepted are ${acceptedWords}.`);
  }
  const brought = await heldBy(writing, 'upload', person);
  const begun = await heldBy(writing, 'receiving', person);
  if (brought.files + begun.files >= allowance.personFiles)
    return refuse(
      'tooMany',
      `You have brought ${brought.files + begun.files} files, the most for one person. Ask those who run this site if you need more.`,
    );
  if (brought.bytes + begun.bytes + bytes > allowance.personBytes)
    return refuse(
      'tooMuch',
      `With "${name}" your files would be larger than ${inMegabytes(allowance.personBytes)} together, the most for one person. Ask those who run this site if you need more.`,
    );
  return { ok: true };
}

async function heldBy(
  writing: Writing,
  table: 'upload' | 'receiving',
  person: string,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const counted = writing
    .selectFrom(table)
    .select(({ fn }) => [fn.countAll<number>().as('files'), fn.sum<number | null>('bytes').as('bytes')])
    .where('person', '=', person);
  const { files, bytes } = await (
    table === 'upload' ? counted.where('brought', '=', 1) : counted.where('outcome', 'is', null)
  ).executeTakeFirstOrThrow();
  return { files, bytes: bytes ?? 0 };
}

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / (1024 * 1024))} MB`;
}
