/**
 * A "no" that the caller is expected to handle. `error` is a closed list of
 * codes for programs, `says` one sentence for the person who asked.
 */
export type Refusal<Code extends string> = {
  readonly ok: false;
  readonly error: Code;
  readonly says: string;
};

/** Makes a {@link Refusal}. */
export function refuse<Code extends string>(error: Code, says: string): Refusal<Code> {
  return { ok: false, error, says };
}
