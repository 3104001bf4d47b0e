import { readFileSync } from 'node:fs';
import {
  agreementReport,
  InvalidRatings,
  weightNames,
  type AgreementReport,
  type Coefficient,
  type RatingRow,
} from '@assay/agreement';
import { Command, Option } from 'commander';
import { CsvError, parse } from 'csv-parse/sync';
import { CliError, print } from './output.ts';

/** `assay agreement --ratings <csv>`: every coefficient of a file of ratings, each with its doubt or its reason. */
export function agreementCommand(): Command {
  return new Command('agreement')
    .description('inter-rater agreement of a file of ratings')
    .requiredOption('--ratings <csv>', 'a file with the header unit,rater,rating and a row per rating')
    .addOption(
      new Option('--weights <name>', 'how far apart two ratings count').choices(weightNames).default('identity'),
    )
    .option('--categories <list>', 'what raters could choose, used or not, in order: 0,1,2,3,4')
    .option('--json', 'print JSON')
    .action(({ ratings, weights, categories, json }: Asked) => {
      const list = categories?.split(',').map((label) => label.trim());
      print(report(ratings, weights, list), json, inWords);
    });
}

interface Asked {
  readonly ratings: string;
  readonly weights: (typeof weightNames)[number];
  readonly categories?: string;
  readonly json?: boolean;
}

function report(file: string, weights: Asked['weights'], categories: readonly string[] | undefined): AgreementReport {
  const rows = readRatings(file);
  // Labels that are all numbers are numbers: only they have distances, and 10 comes after 9.
  const numeric = [...rows.map(({ rating }) => rating), ...(categories ?? [])].every(isNumber);
  const label = (text: string) => (numeric ? Number(text) : text);
  try {
    return agreementReport(
      rows.map((row): RatingRow => ({ ...row, rating: label(row.rating) })),
      { weights, ...(categories === undefined ? {} : { categories: categories.map(label) }) },
    );
  } catch (error) {
    if (error instanceof InvalidRatings) throw new CliError(`${file}: ${error.message}`);
    throw error;
  }
}

const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text));

/** The rows of the file. Throws CliError naming the file, the line and what to mend. */
function readRatings(file: string): { unit: string; rater: string; rating: string }[] {
  const lines = records(file);
  const [header, ...rows] = lines;
  const names = (header ?? []).map((name) => name.trim().toLowerCase());
  const column = (name: string) => {
    const index = names.indexOf(name);
    if (index === -1)
      throw new CliError(`${file}: the first line must be unit,rater,rating; there is no column “${name}”.`);
    return index;
  };
  const [unit, rater, rating] = [column('unit'), column('rater'), column('rating')];
  return rows.map((cells, index) => {
    const given = { unit: cells[unit] ?? '', rater: cells[rater] ?? '', rating: (cells[rating] ?? '').trim() };
    for (const [name, text] of Object.entries(given)) {
      if (text === '')
        throw new CliError(
          `${file}, line ${index + 2}: the ${name} is empty; leave the row out where a rating is missing.`,
        );
    }
    return given;
  });
}

function records(file: string): string[][] {
  try {
    return parse(readFileSync(file, 'utf8'), { bom: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    if (error instanceof CsvError) throw new CliError(`${file}: ${error.message}`);
    throw new CliError(`${file} cannot be read. Give the path of a CSV file.`);
  }
}

function inWords(found: AgreementReport): string {
  const { units, raters, categories, weights, icc, krippendorffAlphaMetric: metric, ...coefficients } = found;
  const line = (name: string, one: Coefficient) => {
    if (one.value === null) return `${name.padEnd(26)} –  ${one.reason}`;
    const [low, high] = one.ci;
    return `${name.padEnd(26)} ${one.value.toFixed(4)}  (standard error ${one.se.toFixed(4)}, 95 % interval ${low.toFixed(4)} to ${high.toFixed(4)})`;
  };
  return [
    `${units} units, ${raters} raters, categories ${categories.join(' ')}, ${weights} weights`,
    ...Object.entries(coefficients).map(([name, one]) => line(name, one)),
    ...Object.entries(metric).map(([name, one]) => line(`krippendorffAlpha ${name}`, one)),
    ...Object.entries(icc).map(([form, one]) => line(`icc ${form}`, one)),
  ].join('\n');
}
