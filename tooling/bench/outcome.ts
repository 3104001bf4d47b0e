import { resultOf, type Findings, type Rulebook } from '../../packages/engine/src/index.ts';
import { growth, number, sideBySide, type Measurement } from './measure.ts';
import { portfolios } from './portfolios.ts';
import { peakOf, through, throughBoth, type Gathering } from './stream.ts';

const all = 100_000;

/** The outcome and profile of very many portfolios, streamed. */
export function* outcome(book: Rulebook): Generator<Measurement> {
  const codes = [...book.judged.keys()];
  const results = (): Gathering<readonly Findings[]> => {
    let passed = 0;
    return {
      add: (some) => {
        for (const findings of some) if (resultOf(findings, book).outcome === 'pass') passed++;
      },
      end: () => passed,
    };
  };
  const reading = (): Gathering<readonly Findings[]> => {
    let sum = 0;
    return {
      add: (some) => {
        for (const { scores } of some) for (const code of codes) sum += scores[code] ?? 0;
      },
      end: () => sum,
    };
  };
  yield {
    ...sideBySide({
      name: 'outcome',
      compared: `outcome, profile and reasons of ${number(all)} portfolios of ${codes.length} standards, against reading their scores once`,
      unit: 's',
      millisecondsPerUnit: 1000,
      run: throughBoth(() => portfolios(all, book), results, reading),
      runs: 7,
    }),
    also: { peakMegabytes: peakOf(() => portfolios(all, book), results) },
  };
  yield growth('outcome', 'portfolios', 9, all / 4, (many) => through(() => portfolios(many, book), results));
}
