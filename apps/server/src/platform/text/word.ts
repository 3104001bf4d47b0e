import mammoth from 'mammoth';

/** The text of a Word document, whole: mammoth builds it in memory, so call this where memory is limited. */
export async function* piecesOfWord(path: string): AsyncGenerator<string> {
  yield (await mammoth.extractRawText({ path })).value;
}
