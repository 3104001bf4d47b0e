import { cookiesOf } from '../../../apps/server/src/testing/identityWorld.ts';
import { openDatabase } from '../../../apps/server/src/platform/database.ts';
import { databasePlace } from '../../../apps/server/src/platform/settings.ts';
import type { Database, Schema } from '../../../apps/server/src/database.ts';
import type { Place, Question, Screen, Visitor } from './places.ts';

/** The password that `assay simulate --into` gives to everybody. */
const password = 'assay simulated 2026';
/** How many there are of each screen: twenty people in all. */
const each = 5;
/** How many subjects each goes through. */
const subjects = 20;

interface Chosen {
  readonly person: string;
  readonly questions: readonly Question[];
}

/** Signs twenty people in, five for each screen, spread over the whole installation. */
export async function signAllIn(place: Place, origin: string): Promise<Visitor[]> {
  return withDatabase(place, async (db) => {
    const chosen = [
      ...(await spread(staffOf(db))),
      ...(await spread(assessorsOf(db, 'queue'))),
      ...(await spread(candidatesOf(db))),
      ...(await spread(assessorsOf(db, 'marking'))),
    ];
    const visitors: Visitor[] = [];
    for (const [nth, { person, questions }] of chosen.entries()) {
      const email = `${person}@simulated.example`;
      visitors.push({ email, questions, cookie: await signIn(origin, email, nth) });
    }
    return visitors;
  });
}

/** Each from an address of their own, as people are; the server is told to trust the header. */
export async function signIn(origin: string, email: string, nth: number): Promise<string> {
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', 'x-real-ip': `192.0.2.${nth + 1}` },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`${email} could not sign in: ${await answer.text()}`);
  return cookiesOf(answer);
}

export async function withDatabase<Answer>(place: Place, work: (db: Database) => Promise<Answer>): Promise<Answer> {
  const { db, close } = openDatabase<Schema>(databasePlace(place.url, place.path));
  try {
    return await work(db);
  } finally {
    await close();
  }
}

async function staffOf(db: Database): Promise<Chosen[]> {
  const rows = await db
    .selectFrom('appointment')
    .innerJoin('cohort', 'cohort.provider', 'appointment.provider')
    .select(['appointment.person', 'cohort.cohort as subject'])
    .where('appointment.role', '=', 'provider')
    .orderBy('cohort.cohort')
    .execute();
  return grouped(rows, (cohort) => asked('cohort', { 'cohort.show': { cohort } }));
}

async function assessorsOf(db: Database, screen: 'queue' | 'marking'): Promise<Chosen[]> {
  const rows = await db
    .selectFrom('review')
    .select(['assessor', 'review as subject'])
    .where('assessor', 'is not', null)
    .where('status', 'in', screen === 'queue' ? ['allocated', 'marking'] : ['marking', 'sealed'])
    .orderBy('review')
    .execute();
  const given = rows.flatMap(({ assessor, subject }) => (assessor === null ? [] : [{ person: assessor, subject }]));
  return grouped(given, (review) =>
    screen === 'queue'
      ? asked('queue', { 'review.queue': undefined })
      : asked('marking', { 'review.show': { review } }),
  );
}

async function candidatesOf(db: Database): Promise<Chosen[]> {
  const rows = await db
    .selectFrom('submission')
    .select(['candidate as person', 'submission as subject'])
    .where('items', '>', 0)
    .orderBy('submission')
    .execute();
  return grouped(rows, (submission) =>
    asked('matrix', {
      'submission.show': { submission },
      'evidence.list': { submission },
      'submission.matrix': { submission },
    }),
  );
}

function grouped(rows: readonly { person: string; subject: string }[], ask: (subject: string) => Question): Chosen[] {
  return [...Map.groupBy(rows, ({ person }) => person)].map(([person, theirs]) => ({
    person,
    questions: evenly(theirs, subjects).map(({ subject }) => ask(subject)),
  }));
}

async function spread(of: Promise<Chosen[]>): Promise<Chosen[]> {
  const all = await of;
  const found = evenly(all, each);
  if (found.length === 0) throw new Error('Nobody is there to ask.');
  // A small installation has one member of staff, who is there five times.
  return Array.from({ length: each }, (_, nth) => found[nth % found.length]).filter((one) => one !== undefined);
}

/** So many of a list, evenly from its beginning to its end. */
function evenly<One>(all: readonly One[], many: number): One[] {
  if (all.length <= many) return [...all];
  return Array.from({ length: many }, (_, nth) => all[Math.floor((nth * all.length) / many)]).filter(
    (one) => one !== undefined,
  );
}

/** A question in one request, as the portal's client bundles what a page asks together. */
function asked(screen: Screen, calls: Readonly<Record<string, object | undefined>>): Question {
  const inputs = Object.fromEntries(
    Object.values(calls).flatMap((input, place) => (input === undefined ? [] : [[place, input]])),
  );
  const names = Object.keys(calls).join(',');
  return { screen, path: `/api/trpc/${names}?batch=1&input=${encodeURIComponent(JSON.stringify(inputs))}` };
}
