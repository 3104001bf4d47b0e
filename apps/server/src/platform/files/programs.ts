import { endingOf } from './name.ts';

/** Endings that some system runs at a double click. */
const endings: ReadonlySet<string> = new Set(
  'app apk bat class cmd com cpl dex dll dylib elf exe hta jar js jse lnk msi ps1 reg scr sh so sys vb vbe vbs wsf'.split(
    ' ',
  ),
);

const macros = /(^|\/)(vbaProject\.bin|vbaData\.xml|activeX\/.*|META-INF\/MANIFEST\.MF|AndroidManifest\.xml)$/i;

const signatures: readonly string[] = [
  'MZ',
  '\x7fELF',
  '\xcf\xfa\xed\xfe',
  '\xce\xfa\xed\xfe',
  '\xca\xfe\xba\xbe',
  '#!',
];

/** Whether an archive's entry is a program or a macro: by its name, or by how it begins. */
export function isProgram(name: string, head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 4)).toString('latin1');
  return endings.has(endingOf(name)) || macros.test(name) || signatures.some((one) => start.startsWith(one));
}
