import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../testing/databases.ts';
import { allProcedures, type Procedure } from '../testing/procedures.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';
import { beside, type Asker } from './beside.ts';
import { ask, inputFor, keptOut, told } from './question.ts';
import { elsewhere, held, home } from './standings.ts';
import { sessionAs } from './told.ts';

const changing = allProcedures().filter(({ path }) => Object.hasOwn(beside, path));

describe.each(kinds)('who may change what is beside the record on %s', (kind) => {
  let at: TestWorld;
  let person: string;
  let endpoint: string;

  beforeAll(async () => {
    at = await openWorld(kind, { ASSAY_PRIVATE_WEBHOOKS: 'on' });
    await at.register('Elsewhere Test', elsewhere, []);
    const staff = await at.callerFor(await at.register('Staff Test', home, ['provider']));
    const spring = { title: 'Spring', opensOn: '2026-01-01', dueOn: '2026-06-30' };
    const { cohort } = await staff.cohort.open({ ...at.command(), ...spring });
    const newcomer = { name: 'Candidate Test', email: 'candidate.test@test.example', route: 'standard' as const };
    ({ candidate: person } = await staff.cohort.enrol({ ...at.command(), cohort, seen: 1, ...newcomer }));
  });
  afterAll(() => at[Symbol.asyncDispose]());

  /** An endpoint of the provider and a message that was given up: whoever may, removes the one and sends the other. */
  async function prepare(): Promise<void> {
    const { db, given } = at.world;
    endpoint = given.freshId();
    const now = given.now();
    const registered = { provider: home, url: 'https://127.0.0.1:1/hook', registered_by: person, registered_at: now };
    await db
      .insertInto('webhook_endpoint')
      .values({ endpoint, ...registered })
      .execute();
    await db.deleteFrom('outbox').where('id', '=', 'letter').execute();
    const letter = { id: 'letter', kind: 'mail', payload: '{}', created_at: now, delivered_at: null, dead_at: now };
    await db.insertInto('outbox').values(letter).execute();
  }

  const input = (procedure: Procedure) =>
    inputFor(procedure, { person, endpoint, id: 'letter', ...beside[procedure.path]?.input });

  async function tried(procedure: Procedure, { role, themselves, atHome }: Asker) {
    const who = themselves ? person : 'a-stranger';
    const session = sessionAs(who, role, atHome ? home : elsewhere, at.world.given.now());
    return ask(at.world, session, procedure, input(procedure));
  }

  test.each(changing)('$path, by everybody in every role and signed out', async (procedure) => {
    const askers = held.flatMap((role) =>
      [true, false].flatMap((themselves) => [true, false].map((atHome) => ({ role, themselves, atHome }))),
    );
    const wrong: string[] = [];
    await prepare();
    const unknown = told(await ask(at.world, null, procedure, input(procedure)));
    if (unknown !== (beside[procedure.path]?.signedOut === true ? 'answered' : 'notSignedIn')) wrong.push(unknown);
    const may = (asker: Asker) => beside[procedure.path]?.may(asker) === true;
    // Whoever may comes last, as they use up what the others are kept from.
    for (const asker of askers.toSorted((a, b) => Number(may(a)) - Number(may(b)))) {
      if (may(asker)) await prepare();
      const answer = await tried(procedure, asker);
      if (keptOut(answer) === may(asker)) wrong.push(`${JSON.stringify(asker)}: ${told(answer)}`);
    }
    expect(wrong).toEqual([]);
  });
});
