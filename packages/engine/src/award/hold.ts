export type HoldKind = 'malpractice' | 'safeguarding' | 'other';

/** What stands in the way of a release. A hold that a case laid carries the case's kind and id. */
export interface Hold {
  readonly hold: string;
  readonly kind: HoldKind;
}

/** The hold that a command means: where it says nothing, the one that a moderator lays by hand. */
export function holdOf({ hold = 'hold', kind = 'other' }: Partial<Hold>): Hold {
  return { hold, kind };
}

/** A kind and an id are one hold: a moderator's cannot stand in the place of a case's. */
export function isHold(one: Hold, other: Hold): boolean {
  return one.hold === other.hold && one.kind === other.kind;
}
