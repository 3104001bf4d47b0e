/** One thing wrong with a file: where, what, and what to do about it. */
export type Flaw = { readonly field: string; readonly problem: string; readonly remedy: string };

/**
 * A data file that cannot be used. The message is one sentence naming file, field and remedy, fit
 * to be shown as it is: `<file>: <field> <problem>; <remedy>.`
 */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile';
  readonly file: string;
  /** A path such as `areas[2].statements[4].text`, a line such as `line 12`, or `the file`. */
  readonly field: string;

  constructor(file: string, flaw: Flaw) {
    super(`${file}: ${flaw.field} ${flaw.problem}; ${flaw.remedy}.`);
    this.file = file;
    this.field = flaw.field;
  }
}
