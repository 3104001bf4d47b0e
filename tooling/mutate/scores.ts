import type { Package, Run } from './runs.ts';

/** The least share of a package's mutants that its tests must notice, in per cent. */
const least = 90;

interface Counted {
  readonly status: string;
}

interface Score {
  readonly package: Package;
  readonly name: string;
  readonly killed: number;
  readonly timedOut: number;
  readonly survived: number;
  readonly uncovered: number;
}

const shareOf = ({ killed, timedOut, survived, uncovered }: Omit<Score, 'package' | 'name'>): number =>
  (100 * (killed + timedOut)) / Math.max(1, killed + timedOut + survived + uncovered);

/** What came of the mutants of each run, and of each package in all; what could not even be loaded does not count. */
export class Scores {
  readonly #runs: Score[] = [];

  add(run: Run & { readonly package: Package }, mutants: readonly Counted[]): void {
    const of = (status: string) => mutants.filter((mutant) => mutant.status === status).length;
    this.#runs.push({
      package: run.package,
      name: run.name,
      killed: of('Killed'),
      timedOut: of('Timeout'),
      survived: of('Survived'),
      uncovered: of('NoCoverage'),
    });
  }

  /** A line a run, then a line a package. */
  table(): string {
    const lines = [...this.#runs, ...this.#packages()].map(
      (score) =>
        `${score.name.padEnd(24)} ${shareOf(score).toFixed(1).padStart(6)} %  ${score.killed} killed, ${score.timedOut} timed out, ${score.survived} survived, ${score.uncovered} not covered`,
    );
    return lines.join('\n');
  }

  enough(): boolean {
    return this.#packages().every((score) => shareOf(score) >= least);
  }

  #packages(): Score[] {
    return [...Map.groupBy(this.#runs, (score) => score.package)].map(([name, runs]) => {
      const sum = (part: 'killed' | 'timedOut' | 'survived' | 'uncovered') =>
        runs.reduce((total, run) => total + run[part], 0);
      return {
        package: name,
        name: `${name} in all`,
        killed: sum('killed'),
        timedOut: sum('timedOut'),
        survived: sum('survived'),
        uncovered: sum('uncovered'),
      };
    });
  }
}
