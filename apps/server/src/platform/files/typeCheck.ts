import { fileTypeFromFile } from 'file-type';
import { refuse, type Refusal } from '../refusal.ts';
import { endingOf, plainName } from './name.ts';
import { isPlainText } from './textCheck.ts';
import { acceptedTypes, acceptedWords, inWords, isFileType, type FileType } from './types.ts';
import { zipEntries } from './zipEntries.ts';

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
 * we accept or when its name says something else. The sentence names the file,
 * what it is and what is accepted.
 */
export async function checkType(file: Candidate): Promise<TypeChecked> {
  const name = plainName(file.name);
  const ending = endingOf(name);
  const text = textTypeOf(ending);
  // Text has no signature, and "BMI at two" begins like a bitmap: here the ending asks and the content answers.
  if (text !== null && (await isPlainText(file.path))) return { ok: true, type: text };

  const found = (await fileTypeFromFile(file.path))?.mime;
  const type = found === 'image/apng' ? 'image/png' : found;
  if (type === undefined) return refuse('typeRefused', unknownSentence(name, text, file.head));
  if (!isFileType(type) || (type === docx && !(await isWordDocument(file.path)))) {
    const what = type === docx ? 'an archive that is no sound Word document' : inWords(type);
    return refuse('typeRefused', `"${name}" is ${what}. Accepted are ${acceptedWords}.`);
  }
  const endings: readonly string[] = acceptedTypes[type];
  if (endings.includes(ending)) return { ok: true, type };
  const wanted = endings.map((one) => `.${one}`).join(' or ');
  return refuse(
    'typeRefused',
    `"${name}" is ${inWords(type)}, but its name says otherwise. Rename it to end in ${wanted} if that is what you meant. Accepted are ${acceptedWords}.`,
  );
}

function textTypeOf(ending: string): 'text/plain' | 'text/markdown' | null {
  if (ending === 'txt') return 'text/plain';
  return ending === 'md' || ending === 'markdown' ? 'text/markdown' : null;
}

/** A Word document has its text in one place; macros would make it a program. */
async function isWordDocument(path: string): Promise<boolean> {
  const entries = await zipEntries(path);
  return entries.has('word/document.xml') && !entries.has('word/vbaProject.bin');
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
