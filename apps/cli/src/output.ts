/** Something the caller can mend; `status` is the exit status. */
export class CliError extends Error {
  override name = 'CliError';
  readonly status: number;

  constructor(message: string, status = 2) {
    super(message);
    this.status = status;
  }
}

/** Prints a value: as JSON where asked, otherwise as `say` words it. */
export function print<Value>(value: Value, json: boolean | undefined, say: (value: Value) => string): void {
  process.stdout.write(json === true ? `${JSON.stringify(value, null, 2)}\n` : `${say(value)}\n`);
}
