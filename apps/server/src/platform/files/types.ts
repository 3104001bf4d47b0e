/** The kinds of file a person may upload, with the name endings that agree with each. */
export const acceptedTypes = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'text/plain': ['txt'],
  'text/markdown': ['md', 'markdown'],
} as const;

export type FileType = keyof typeof acceptedTypes;

/** For a sentence: what is accepted. */
export const acceptedWords = 'PDF, Word (DOCX), PNG, JPEG, WebP, GIF, plain text (TXT) and Markdown (MD)';

/** Whether a media type is one that we accept. */
export function isFileType(type: string): type is FileType {
  return Object.hasOwn(acceptedTypes, type);
}

const words: Readonly<Record<string, string>> = {
  'application/x-msdownload': 'a Windows program',
  'application/x-elf': 'a Linux program',
  'application/x-mach-binary': 'a macOS program',
  'application/java-vm': 'a Java program',
  'application/wasm': 'a WebAssembly program',
  'application/x-ms-shortcut': 'a Windows shortcut',
  'application/zip': 'a ZIP archive',
  'application/gzip': 'a GZIP archive',
  'application/x-7z-compressed': 'a 7-Zip archive',
  'application/x-tar': 'a TAR archive',
  'application/vnd.rar': 'a RAR archive',
  'application/x-rar-compressed': 'a RAR archive',
  'application/xml': 'an XML document',
  'application/rtf': 'an RTF document',
  'application/x-cfb': 'an older Office document',
  'application/vnd.ms-word.document.macroenabled.12': 'a Word document with macros',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'a spreadsheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'a presentation',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'a Word document',
  'application/pdf': 'a PDF',
  'image/png': 'a PNG image',
  'image/jpeg': 'a JPEG image',
  'image/webp': 'a WebP image',
  'image/gif': 'a GIF image',
};

/** For a sentence: what a media type is. */
export function inWords(type: string): string {
  return words[type] ?? `a file of the type ${type}`;
}
