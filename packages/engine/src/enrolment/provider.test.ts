import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, instant, personId, type Day, type Role } from '../kernel/index.ts';
import { demoProvider, given, noon, people, sent, smallBook, walk } from '../testing/index.ts';
import { provider, type ProviderCommand } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const book = smallBook(npqicl.scheme);

const at = noon(2);
const { person } = people.assessor;
const register: ProviderCommand = {
  type: 'RegisterProvider',
  provider: demoProvider,
  name: 'Harbour Training',
  by: people.administrator,
  at,
};
const appoint = (role: Role, by = people.provider, who = person): ProviderCommand => ({
  type: 'AppointPerson',
  person: who,
  role,
  by,
  at,
});
const dismiss = (role: Role, by = people.provider, reason = 'Has left.', who = person): ProviderCommand => ({
  type: 'DismissPerson',
  person: who,
  role,
  reason,
  by,
  at,
});

const registered = given(provider, book).after(register);

describe('a provider', () => {
  test('ENR-1 is registered with a name', () => {
    expect(given(provider, book).when({ ...register, name: ' \t' })).toEqual({ refused: ['ENR-1'] });
    expect(given(provider, book).when(register)).toEqual({ facts: ['ProviderRegistered'] });
  });

  test('ENR-2 appoints a person to a role once, and to several roles', () => {
    const assessing = registered.after(appoint('assessor'));
    expect(assessing.when(appoint('assessor'))).toEqual({ refused: ['ENR-2'] });
    expect(assessing.after(appoint('moderator')).state?.context.people).toEqual({
      [person]: ['assessor', 'moderator'],
    });
  });

  test.each(['assessor', 'moderator', 'provider'] as const)('ENR-3 appoints a person as %s', (role) => {
    expect(registered.when(appoint(role))).toEqual({ facts: ['PersonAppointed'] });
  });

  test.each(['candidate', 'externalModerator', 'administrator', 'system'] as const)(
    'ENR-3 appoints nobody as %s',
    (role) => {
      expect(registered.when(appoint(role))).toEqual({ refused: ['ENR-3'] });
    },
  );

  test.each(['administrator', 'externalModerator'] as const)(
    'ENR-3 %ss are made by administrators, and by the product when it is set up',
    (role) => {
      expect(registered.when(appoint(role, people.administrator))).toEqual({ facts: ['PersonAppointed'] });
      expect(registered.when(appoint(role, people.system))).toEqual({ facts: ['PersonAppointed'] });
    },
  );

  test('ENR-3 nobody is appointed as a candidate, not by an administrator either', () => {
    expect(registered.when(appoint('candidate', people.administrator))).toEqual({ refused: ['ENR-3'] });
  });

  describe('an appointment with a last day', () => {
    const external = (until: Day, by = people.administrator, when = at): ProviderCommand => ({
      type: 'AppointPerson',
      person,
      role: 'externalModerator',
      until,
      by,
      at: when,
    });
    const [today, yesterday, tomorrow] = [day('2026-03-02'), day('2026-03-01'), day('2026-03-03')];
    const appointed = registered.after(external(tomorrow));

    test('ENR-13 may end today or later, and not on a day that has passed', () => {
      expect(registered.when(external(yesterday))).toEqual({ refused: ['ENR-13'] });
      expect(registered.when(external(today))).toEqual({ facts: ['PersonAppointed'] });
      expect(appointed.facts.at(-1)).toMatchObject({
        type: 'PersonAppointed',
        role: 'externalModerator',
        until: tomorrow,
      });
      expect(appointed.state?.context.lastDays).toEqual({ [`externalModerator ${person}`]: tomorrow });
    });

    test('ENR-13 counts the day in London, where half past midnight in summer is the day before in UTC', () => {
      const late = instant('2026-06-30T23:30:00.000Z');
      expect(registered.when(external(day('2026-06-30'), people.administrator, late))).toEqual({ refused: ['ENR-13'] });
      expect(registered.when(external(day('2026-07-01'), people.administrator, late))).toEqual({
        facts: ['PersonAppointed'],
      });
    });

    test('ENR-2 is made again once the last day has passed, and the role is held once', () => {
      expect(appointed.when(external(day('2026-03-09'), people.administrator, noon(3)))).toEqual({
        refused: ['ENR-2'],
      });
      const again = appointed.after(external(day('2026-03-09'), people.administrator, noon(4)));
      expect(again.state?.context).toMatchObject({
        people: { [person]: ['externalModerator'] },
        lastDays: { [`externalModerator ${person}`]: '2026-03-09' },
      });
    });

    test('ENR-2 made again without a last day, it does not end', () => {
      const lasting = { ...appoint('externalModerator', people.administrator), at: noon(4) };
      const again = appointed.after(lasting);
      expect(again.state?.context.lastDays).toEqual({});
      expect(again.when({ ...lasting, at: noon(30) })).toEqual({ refused: ['ENR-2'] });
    });

    test('ENR-4 is forgotten when the person is dismissed', () => {
      const dismissed = appointed.after(dismiss('externalModerator', people.administrator));
      expect(dismissed.state?.context).toMatchObject({ people: { [person]: [] }, lastDays: {} });
    });
  });

  test('ENR-4 takes from a person only a role that they hold', () => {
    expect(registered.when(dismiss('assessor'))).toEqual({ refused: ['ENR-4'] });
    const dismissed = registered.after(appoint('assessor')).after(appoint('moderator')).after(dismiss('assessor'));
    expect(dismissed.state?.context.people).toEqual({ [person]: ['moderator'] });
    expect(dismissed.when(dismiss('assessor'))).toEqual({ refused: ['ENR-4'] });
    expect(dismissed.when(appoint('assessor'))).toEqual({ facts: ['PersonAppointed'] });
  });

  test('ENR-9 dismisses with a reason, and keeps it', () => {
    const assessing = registered.after(appoint('assessor'));
    expect(assessing.when(dismiss('assessor', people.provider, ' '))).toEqual({ refused: ['ENR-9'] });
    expect(assessing.after(dismiss('assessor', people.provider, ' Has left. ')).facts.at(-1)).toMatchObject({
      type: 'PersonDismissed',
      reason: 'Has left.',
    });
  });

  test('ENR-10 does not dismiss an administrator; an administrator does', () => {
    const administered = registered.after(appoint('administrator', people.administrator));
    expect(administered.when(dismiss('administrator'))).toEqual({ refused: ['ENR-10'] });
    expect(administered.when(dismiss('administrator', people.administrator))).toEqual({ facts: ['PersonDismissed'] });
  });

  test('ENR-2 ENR-4 mistakes no name for a member that every object has', () => {
    const odd = personId('constructor');
    expect(registered.when(dismiss('assessor', people.provider, 'Has left.', odd))).toEqual({ refused: ['ENR-4'] });
    const appointed = registered
      .after(appoint('assessor', people.provider, odd))
      .after(appoint('assessor', people.provider, personId('__proto__')));
    expect(JSON.parse(JSON.stringify(appointed.state))).toEqual(appointed.state);
    expect(appointed.when(appoint('assessor', people.provider, personId('__proto__')))).toEqual({ refused: ['ENR-2'] });
  });

  test('K2 is run by its own staff and by administrators', () => {
    expect(given(provider, book).when({ ...register, by: people.provider })).toEqual({ refused: ['K2'] });
    expect(registered.when(appoint('assessor', people.stranger))).toEqual({ refused: ['K2'] });
    expect(registered.when({ ...appoint('assessor'), by: people.moderator })).toEqual({ refused: ['K2'] });
    expect(registered.when(appoint('assessor', people.administrator))).toEqual({ facts: ['PersonAppointed'] });
    expect(registered.after(appoint('assessor')).when({ ...dismiss('assessor'), by: people.system })).toEqual({
      refused: ['K2'],
    });
  });
});

const alphabet: Record<string, ProviderCommand> = {
  'appoint an assessor': appoint('assessor'),
  'appoint a moderator': appoint('moderator'),
  'appoint a candidate': appoint('candidate'),
  'appoint an assessor for a day': {
    type: 'AppointPerson',
    person,
    role: 'assessor',
    until: day('2026-03-02'),
    by: people.provider,
    at,
  },
  'dismiss the assessor': dismiss('assessor'),
  'dismiss the moderator': dismiss('moderator'),
  'dismiss the assessor without a reason': dismiss('assessor', people.provider, ''),
  'register again': register,
};

describe('every path through the provider', () => {
  const paths = walk(provider, register, alphabet, book, ({ people: held }) => [...new Set(held[person])]);

  test('reaches every state of the chart', () => {
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(provider.states));
  });

  test.each(paths)('$status: $title', ({ disagreements, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  test('gives back by replay the state that any row of commands leads to (11.14)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 25 }), (row) => {
        const { state, replayed, unexplained } = sent(provider, [register, ...row], book);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
