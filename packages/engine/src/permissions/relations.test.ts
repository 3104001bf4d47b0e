import { readFileSync } from 'node:fs';
import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { personId, providerId, roles, type Actor, type Refusal } from '../kernel/index.ts';
import { demoProvider } from '../testing/index.ts';
import { kindsOf, relationsOf, standsIn, tellStory, unexplained, type Step } from '../testing/story/index.ts';
import { permissionTable, workflows } from './table.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const steps = kindsOf(tellStory(npqicl.scheme));
const spec = readFileSync(new URL('../../SPEC.md', import.meta.url), 'utf8');

/** In every role, as whom the record is of, whom it was given to, or nobody that it knows; of its provider or another. */
function everybody(step: Step): Actor[] {
  const { owner, allocated } = standsIn(step);
  const people = [...new Set(['a-stranger', ...allocated, ...(owner === null ? [] : [owner])])].map(personId);
  const providers = [demoProvider, providerId('provider-9'), null];
  return roles.flatMap((role) => people.flatMap((person) => providers.map((provider) => ({ person, role, provider }))));
}

describe.each(Object.entries(workflows))('who may act on a record: %s', (key, { name }) => {
  const rows = permissionTable.filter(({ workflow }) => workflow === key);
  const sent = steps.filter(({ workflow }) => workflow === name);

  test('K2 refuses exactly whom the permission table has no row for, however they stand to the record', () => {
    const wrong: string[] = [];
    const refusals: Refusal[] = [];
    for (const step of sent) {
      const allowed = rows.filter(({ command }) => command === step.command.type);
      for (const by of everybody(step)) {
        const stands = relationsOf(by, standsIn(step));
        const may = allowed.some(({ role, relation }) => role === by.role && stands.includes(relation));
        const decision = step.again({ by });
        const refused = decision.ok ? [] : decision.refusals;
        refusals.push(...refused);
        if (refused.some(({ rule }) => rule === 'K2') === may)
          wrong.push(`${step.command.type} on ${step.record} by the ${by.role} ${by.person} of ${by.provider}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(unexplained(refusals, spec)).toEqual([]);
  });
});
