import { createReadStream } from 'node:fs';

// Everything below the space but tab, line ends and form feed, and the delete character.
// eslint-disable-next-line no-control-regex -- they are what is looked for
const control = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/**
 * Whether the whole file is text as we keep it: valid UTF-8 without control
 * characters, and so without the NULs that every program has.
 */
export async function isPlainText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const stream = createReadStream(path);
  try {
    for await (const chunk of stream) {
      if (control.test(decoder.decode(chunk, { stream: true }))) return false;
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  } finally {
    stream.destroy();
  }
}
