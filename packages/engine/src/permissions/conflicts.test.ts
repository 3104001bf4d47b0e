import { readFileSync } from 'node:fs';
import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { conflictOf, personId, providerId, roles, type Actor, type PersonId, type Refusal } from '../kernel/index.ts';
import { kindsOf, namings, standsIn, tellStory, unexplained, type Step } from '../testing/story/index.ts';
import { permissionTable, workflows, type PermissionRow } from './table.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const story = tellStory(npqicl.scheme);
const steps = kindsOf(story);
const spec = readFileSync(new URL('../../SPEC.md', import.meta.url), 'utf8');

/** Everybody whom a row of the table lets act on the record of a step; who need not be anybody is a stranger too. */
function allowed({ role, relation }: PermissionRow, step: Step): Actor[] {
  const { owner, allocated, provider: known } = standsIn(step);
  const provider = known === null ? null : providerId(known);
  const as = (people: readonly PersonId[]) => people.map((person) => ({ person, role, provider }));
  if (relation === 'own') return owner === null ? [] : as([personId(owner)]);
  if (relation === 'allocated') return as(allocated.map(personId));
  return as([personId('a-stranger'), ...(step.command.by.role === role ? [step.command.by.person] : [])]);
}

describe.each(Object.entries(workflows))('two roles on one portfolio: %s', (key, { name }) => {
  const rows = permissionTable.filter(({ workflow }) => workflow === key);
  const sent = steps.filter(({ workflow }) => workflow === name);

  test('K4 refuses every command from whoever stands elsewhere on the portfolio in a conflicting role, and no other', () => {
    const wrong: string[] = [];
    const refusals: Refusal[] = [];
    const untried: string[] = [];
    for (const step of sent) {
      for (const row of rows.filter(({ command }) => command === step.command.type)) {
        const actors = allowed(row, step);
        if (actors.length === 0) untried.push(`${row.command} by the ${row.role}, ${row.relation}`);
        for (const by of actors) {
          for (const role of roles) {
            const involved = [{ person: by.person, role }];
            const decision = step.again({ by, involved });
            const refused = decision.ok ? [] : decision.refusals;
            refusals.push(...refused);
            const conflicts = conflictOf(by.person, by.role, involved) !== undefined;
            if (refused.some(({ rule }) => rule === 'K4') !== conflicts)
              wrong.push(`${row.command} by the ${by.role} ${by.person}, elsewhere ${role}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(untried).toEqual([]);
    expect(unexplained(refusals, spec)).toEqual([]);
  });
});

/** The rule that keeps a person out whom a command would give a part in which they conflict. */
const keeping: Readonly<Record<string, string>> = {
  EnrolCandidate: 'ENR-12',
  AllocatePriorLearning: 'PRI-8',
  AllocateAssessor: 'REV-21',
  AllocateReviewer: 'RVM-7',
  AllocateOfficer: 'APP-6',
  ConvenePanel: 'APP-14',
  OpenAppraisal: 'APR-2',
};

/** Fields that hold a person and give nobody a part. */
const noPart: Readonly<Record<string, string>> = {
  'AppointPerson person': 'a role at the provider, on no portfolio yet',
  'DismissPerson person': 'a role at the provider, on no portfolio any more',
  'AddItem candidate': 'whose portfolio it is; only they may',
  'ClaimPriorLearning candidate': 'whose portfolio it is; only they may',
  'ClaimCircumstances candidate': 'whose portfolio it is; only they may',
  'RequestReview candidate': 'whose portfolio it is; only they may',
  'LodgeAppeal candidate': 'whose portfolio it is; only they may',
  'ReportMalpractice candidate': 'whose portfolio it is; the product fills it in',
  'OrderRemarking assessor': 'whose marks are not kept; they have marked already',
};

describe('a person who is named in a command', () => {
  const person = personId('a-stranger');
  const named = steps.flatMap((step) => {
    const { type: command } = step.command;
    return (namings[command] ?? []).map(({ field, role }) => ({ rule: keeping[command], command, field, role, step }));
  });

  test.each(named)(
    '$rule lets $command name nobody as $role who stands elsewhere in a conflicting role',
    ({ rule, step, field, role }) => {
      expect(step.again({ named: { person, field }, involved: [] }).ok).toBe(true);
      for (const other of roles) {
        const involved = [{ person, role: other }];
        if (conflictOf(person, role, involved) === undefined) continue;
        const decision = step.again({ named: { person, field }, involved });
        expect(decision.ok ? [] : decision.refusals.map((refusal) => refusal.rule), other).toEqual([rule]);
      }
    },
  );

  test('is known to this proof wherever one gets a part', () => {
    const people = new Set<unknown>(story.map(({ command }) => command.by.person));
    const found = story
      .filter(({ command }) => command.by.role !== 'system')
      .flatMap(({ command }) =>
        Object.entries(command)
          .filter(([, value]) => people.has(value))
          .map(([field]) => `${command.type} ${field}`),
      );
    const known = Object.entries(namings).flatMap(([command, fields]) =>
      fields.map(({ field }) => `${command} ${field}`),
    );
    expect(found.filter((field) => !known.includes(field) && !Object.hasOwn(noPart, field))).toEqual([]);
    expect(Object.keys(noPart).filter((field) => !found.includes(field))).toEqual([]);
  });
});
