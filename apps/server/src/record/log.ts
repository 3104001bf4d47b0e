/** One line of a record's log. */
export interface LogLine {
  readonly version: number;
  readonly type: string;
  readonly at: string;
  readonly person: string;
  readonly role: string;
  readonly hash: string;
}

/** Leaves out of a whole log, in order, what a reader may not know. */
export type LogFilter = (lines: readonly LogLine[]) => readonly LogLine[];
