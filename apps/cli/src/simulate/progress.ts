const width = 24;

/** What a bar is drawn on: the error stream, or a stand-in. */
export interface Screen {
  readonly isTTY: boolean;
  write(text: string): unknown;
}

/** A bar on the terminal, on the error stream so that the answer stays clean; silent where nobody is watching. */
export class Progress {
  readonly #of: number;
  readonly #stream: Screen;
  #shown = '';

  constructor(of: number, stream: Screen = process.stderr) {
    this.#of = of;
    this.#stream = stream;
  }

  /** Shows how many are done; nothing is written while the line would stay the same. */
  reach(done: number): void {
    if (!this.#stream.isTTY) return;
    const line = barOf(done, this.#of);
    if (line === this.#shown) return;
    this.#shown = line;
    this.#stream.write(`\r${line}`);
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#shown !== '') this.#stream.write(`\r${' '.repeat(this.#shown.length)}\r`);
    this.#shown = '';
  }
}

/** `[######                  ]  25 %, 2,500 of 10,000 candidates` */
export function barOf(done: number, of: number): string {
  const share = of === 0 ? 1 : done / of;
  const filled = Math.floor(share * width);
  const number = new Intl.NumberFormat('en-GB');
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${percent} %, ${number.format(done)} of ${number.format(of)} candidates`;
}
