import { addMonths, type Day, type Rulebook } from '../kernel/index.ts';

/** R2: the sources that are dated earlier than the scheme's months before the submission, and so are not current. */
export function staleSources(
  dated: Readonly<Record<string, Day>>,
  submittedOn: Day,
  { currencyMonths }: Pick<Rulebook, 'currencyMonths'>,
): string[] {
  const earliest = addMonths(submittedOn, -currencyMonths);
  return Object.entries(dated).flatMap(([source, day]) => (day < earliest ? [source] : []));
}
