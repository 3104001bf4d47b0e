import type { Actor, Relation } from '../../kernel/index.ts';
import { workflows } from '../../permissions/table.ts';
import type { Step } from './step.ts';

/** Who stands to the record of a step in which way: whose it is, who was given it to judge, where it belongs. */
export interface Stands {
  readonly owner: string | null;
  readonly allocated: readonly string[];
  readonly provider: string | null;
  /** Whether the work is somebody’s own only where it belongs to their provider. */
  readonly ownWithinProvider: boolean;
}

const at = (from: object, key: string): unknown => Reflect.get(from, key);
const textAt = (from: object, key: string): string | null => {
  const found = at(from, key);
  return typeof found === 'string' ? found : null;
};
const listAt = (from: object, key: string): readonly unknown[] => {
  const found = at(from, key);
  return Array.isArray(found) ? found : [];
};
const objectsAt = (from: object, key: string): object[] =>
  listAt(from, key).filter((one) => typeof one === 'object' && one !== null);
const texts = (list: readonly unknown[]): string[] => list.filter((one) => typeof one === 'string');
const named = (from: object, key: string): string[] => texts([textAt(from, key)]);

/** Where each record, or the command that comes with it, keeps who was given it to judge. */
const allocations: Readonly<Record<string, (record: object, command: object) => readonly string[]>> = {
  [workflows.evidence.name]: (_record, command) => texts(listAt(command, 'markers')),
  [workflows.priorLearning.name]: (record) => named(record, 'assessor'),
  [workflows.review.name]: (record) => named(record, 'assessor'),
  // The two who confer; a third marker has nothing to do there.
  [workflows.marking.name]: (record) =>
    objectsAt(record, 'marks').flatMap((mark) => (at(mark, 'marker') === 'third' ? [] : named(mark, 'assessor'))),
  [workflows.markingReview.name]: (record) => named(record, 'reviewer'),
  // The officer, until a panel sits.
  [workflows.appeal.name]: (record) => {
    const panel = objectsAt(record, 'panel').flatMap((member) => named(member, 'person'));
    return panel.length > 0 ? panel : named(record, 'officer');
  },
  [workflows.malpractice.name]: (record) => texts(listAt(record, 'assessors')),
  [workflows.appraisal.name]: (record) => named(record, 'reviewer'),
};

/** Read off the record as it was before the step, or off the command that opened it, by nothing but the fields’ names. */
export function standsIn({ workflow, before, command }: Step): Stands {
  const record = before?.context ?? command;
  return {
    owner: textAt(record, 'candidate') ?? textAt(record, 'practitioner'),
    allocated: allocations[workflow]?.(record, command) ?? [],
    provider: textAt(record, 'provider'),
    // Nobody opens their own appraisal in the name of a provider that they do not act for.
    ownWithinProvider: workflow === workflows.appraisal.name && before === null,
  };
}

/** How an actor stands to the record, by the words of the permission table. */
export function relationsOf({ person, provider }: Actor, stands: Stands): readonly Relation[] {
  const same = stands.provider !== null && stands.provider === provider;
  return [
    'anyone',
    ...(stands.owner === person && (same || !stands.ownWithinProvider) ? (['own'] as const) : []),
    ...(stands.allocated.includes(person) ? (['allocated'] as const) : []),
    ...(same ? (['sameProvider'] as const) : []),
  ];
}
