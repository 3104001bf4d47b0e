import {
  addDoubleMarks,
  brennanPrediger,
  cohenKappa,
  congerKappa,
  declaredCategories,
  emptyConfusion,
  fleissKappa,
  gwetAC,
  iccForms,
  intraclassCorrelation,
  krippendorffAlpha,
  krippendorffMetric,
  metricNames,
  percentAgreement,
  ratingsOfConfusion,
  scottPi,
  tallier,
  tallyOf,
  weightMatrix,
  type Ratings,
  type Tally,
} from '../../packages/agreement/src/index.ts';
import type { Rulebook } from '../../packages/engine/src/index.ts';
import { chance } from './chance.ts';
import { growth, number, sideBySide, type Measurement } from './measure.ts';
import { peakOf, through, throughBoth, type Gathering } from './stream.ts';

const all = 100_000;

/** Every coefficient of very many double marks, streamed. */
export function* agreement(book: Rulebook): Generator<Measurement> {
  const labels = Array.from({ length: book.highest + 1 }, (_, score) => score);
  const categories = declaredCategories(labels);
  const weights = weightMatrix('quadratic', categories);
  const forTwo = (ratings: Ratings) => [cohenKappa, scottPi, congerKappa].map((one) => one(ratings, weights));
  const forAny = (tally: Tally) => [
    ...[percentAgreement, fleissKappa, gwetAC, brennanPrediger, krippendorffAlpha].map((one) => one(tally, weights)),
    ...metricNames.map((metric) => krippendorffMetric(tally, categories, metric)),
  ];

  const intraclass = ({ codes, raters, times }: Ratings) =>
    iccForms.map((form) => intraclassCorrelation(codes, raters, form, { times }));

  const asPairs = (): Gathering<DoubleMarks> => {
    const confusion = emptyConfusion(labels.length);
    return {
      add: ({ first, second }) => addDoubleMarks(confusion, first, second),
      end: () => {
        const ratings = ratingsOfConfusion(confusion);
        return [...forTwo(ratings), ...forAny(tallyOf(ratings)), ...intraclass(ratings)];
      },
    };
  };
  const asPatterns = (): Gathering<DoubleMarks> => {
    const patterns = tallier(labels.length);
    return {
      add: ({ first, second }) => first.forEach((mark, index) => patterns.add([mark, second[index] ?? -1])),
      end: () => forAny(patterns.tally()),
    };
  };
  const reading = (): Gathering<DoubleMarks> => {
    let sum = 0;
    return {
      add: ({ first, second }) => {
        for (let index = 0; index < first.length; index++) sum += (first[index] ?? 0) + (second[index] ?? 0);
      },
      end: () => sum,
    };
  };

  const stream = (many: number) => () => doubleMarks(many, book);
  const marks = `${number(all)} portfolios of ${book.judged.size} standards marked twice, against reading the marks once`;
  yield {
    ...sideBySide({
      name: 'agreement',
      compared: `all coefficients by confusion matrix, of ${marks}`,
      unit: 's',
      millisecondsPerUnit: 1000,
      run: throughBoth(stream(all), asPairs, reading, 10),
      runs: 9,
    }),
    also: { peakMegabytes: peakOf(stream(all), asPairs) },
  };
  yield {
    ...sideBySide({
      name: 'agreement-patterns',
      compared: `the coefficients for any number of raters by patterns, of ${marks}`,
      unit: 's',
      millisecondsPerUnit: 1000,
      run: throughBoth(stream(all), asPatterns, reading, 10),
      runs: 5,
    }),
    also: { peakMegabytes: peakOf(stream(all), asPatterns) },
  };
  yield growth('agreement', 'portfolios', 11, all, (many) => through(stream(many), asPairs));
}

interface DoubleMarks {
  readonly first: Int8Array;
  readonly second: Int8Array;
}

const stretch = 25_000;

/** Double marks of made-up portfolios, a stretch at a time: most alike, some one apart. */
function* doubleMarks(many: number, { judged, highest }: Rulebook): Generator<DoubleMarks> {
  const dice = chance(2);
  for (let left = many; left > 0; left -= stretch) {
    const size = Math.min(left, stretch) * judged.size;
    const [first, second] = [new Int8Array(size), new Int8Array(size)];
    for (let index = 0; index < size; index++) {
      const mark = Math.floor(dice() * (highest + 1));
      first[index] = mark;
      second[index] = dice() < 0.75 ? mark : Math.min(highest, mark + 1);
    }
    yield { first, second };
  }
}
