import { fileTypeFromFile } from 'file-type';
import { refuse, type Refusal } from '../refusal.ts';
import { inspectArchive } from './archive.ts';
import { disguiseOf } from './disguise.ts';
import { endingOf, plainName } from './name.ts';
import { isPlainText } from './textCheck.ts';
import { acceptedTypes, acceptedWords, inWords, isFileType, type FileType } from './types.ts';

/** A received file before it is kept: its name, its first 4 kB, and where it lies meanwhile. */
type Candidate = {
  readonly name: string;
  readonly head: Uint8Array;
  readonly path: string;
};
type TypeChecked = { readonly ok: true; readonly type: FileType } | Refusal<'typeRefused'>;

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Decides by its content what a file is, and refuses it when that is nothing
 * we accept, when its name says something else, or when it is something else
 * besides. The sentence names the file, what it is and what is accepted.
 */
export async function checkType(file: Candidate): Promise<TypeChecked> {
  const name = plainName(file.name);
  const ending = endingOf(name);
  const refused = (says: string) => refuse('typeRefused', `"${name}" ${says}. Accepted are ${acceptedWords}.`);
  const text = textTypeOf(ending);
  // Text has no signature, and "BMI at two" begins like a bitmap: here the ending asks and the content answers.
  if (text !== null && (await isPlainText(file.path)))
    return startsWith(file.head, '#!') ? refused('is a script') : { ok: true, type: text };

  // Before anybody unpacks it, the sniffing below included.
  const archive = startsWith(file.head, 'PK\x03\x04') ? await inspectArchive(file.path) : null;
  if (archive?.ok === false) return refused(archive.says);

  const found = (await fileTypeFromFile(file.path))?.mime;
  const type = found === 'image/apng' ? 'image/png' : found;
  if (type === undefined) return refuse('typeRefused', unknownSentence(name, text, file.head));
  if (!isFileType(type)) return refused(`is ${inWords(type)}`);
  if (type === docx && archive?.names.has('word/document.xml') !== true)
    return refused('is an archive that is no sound Word document');
  const endings: readonly string[] = acceptedTypes[type];
  if (!endings.includes(ending)) {
    const wanted = endings.map((one) => `.${one}`).join(' or ');
    return refused(
      `is ${inWords(type)}, but its name says otherwise. Rename it to end in ${wanted} if that is what you meant`,
    );
  }
  const disguise = type === docx ? null : await disguiseOf(file.path, type);
  return disguise === null ? { ok: true, type } : refused(disguise);
}

/** Whether anything with this name could be accepted, asked before a byte of it is sent. */
export function endingIsAccepted(name: string): boolean {
  const all: readonly string[] = Object.values(acceptedTypes).flat();
  return all.includes(endingOf(plainName(name)));
}

const startsWith = (head: Uint8Array, start: string): boolean =>
  Buffer.from(head.subarray(0, start.length)).toString('latin1') === start;

function textTypeOf(ending: string): 'text/plain' | 'text/markdown' | null {
  if (ending === 'txt') return 'text/plain';
  return ending === 'md' || ending === 'markdown' ? 'text/markdown' : null;
}

function unknownSentence(name: string, text: FileType | null, head: Uint8Array): string {
  if (text !== null) {
    return `"${name}" is not plain text in UTF-8. Save it again with the encoding UTF-8, or as one of the other kinds: accepted are ${acceptedWords}.`;
  }
  const start = new TextDecoder().decode(head).trimStart().toLowerCase();
  const what = /^(<!doctype html|<html|<head|<body|<script)/.test(start)
    ? 'an HTML page'
    : start.includes('<svg')
      ? 'an SVG drawing'
      : start.startsWith('#!')
        ? 'a script'
        : 'of a kind that is not known here';
  return `"${name}" is ${what}. Accepted are ${acceptedWords}.`;
}
