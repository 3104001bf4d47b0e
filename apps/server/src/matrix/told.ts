import { personId, providerId, type Content, type Instant, type Role } from '@assay/engine';
import type { Step } from '@assay/engine/testing/story';
import { sql } from 'kysely';
import { keepUpload } from '../evidence/uploads.ts';
import { commit } from '../record/commit.ts';
import { load } from '../record/load.ts';
import type { Session } from '../session/session.ts';
import type { TestWorld } from '../testing/world.ts';

/** Everybody who sends something in a story or sits on a panel has an account, and the files that they hand in. */
export async function settle({ world }: TestWorld, steps: readonly Step[]): Promise<void> {
  const now = world.given.now();
  const people = steps.flatMap(({ command }) => [command.by.person, ...membersOf(command)]);
  for (const id of new Set<string>(people))
    await sql`insert into "user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
      values (${id}, ${`${id} Test`}, ${`${id}@test.example`}, true, ${now}, ${now})`.execute(world.db);
  await world.db.transaction().execute(async (writing) => {
    for (const { command } of steps) {
      if (!('content' in command) || !isContent(command.content)) continue;
      const { hash, bytes, mediaType } = command.content;
      await keepUpload(writing, { hash, bytes, mediaType, person: command.by.person, brought: 1, at: now });
    }
  });
}

const isContent = (value: unknown): value is Content => typeof value === 'object' && value !== null && 'hash' in value;

function membersOf(command: object): string[] {
  const members: unknown = Reflect.get(command, 'members');
  return Array.isArray(members) ? members.map(({ person }: { person: string }) => person) : [];
}

/** Puts a step of the engine's story on the record, read models and all, as if its sender had taken it here. */
export async function write({ world }: TestWorld, { workflow, record, after, facts, deadline }: Step): Promise<void> {
  await world.db.transaction().execute(async (writing) => {
    await world.dialect.alone(writing);
    const row = await load(writing, record);
    await commit(
      writing,
      workflow,
      [
        {
          stream: record,
          version: row?.version ?? 0,
          head: row?.hash ?? null,
          next: after,
          facts,
          deadlines: { before: null, now: deadline },
          command: 'told',
        },
      ],
      world.given,
    );
  });
}

/** Which version a record is at; 0 where it is not open. */
export async function versionOf({ world }: TestWorld, record: string): Promise<number> {
  return (await load(world.db, record))?.version ?? 0;
}

/** How many facts there are. */
export async function factsIn({ world }: TestWorld): Promise<number> {
  const { many } = await world.db
    .selectFrom('fact')
    .select(({ fn }) => fn.countAll().as('many'))
    .executeTakeFirstOrThrow();
  return Number(many);
}

/** Somebody in one role and no other, who has shown every factor and proved just now who they are. */
export function sessionAs(person: string, role: Role, provider: string, provedAt: Instant): Session {
  return {
    id: `${person} as ${role}`,
    person: { id: person, name: `${person} Test`, email: `${person}@test.example` },
    actors: [{ person: personId(person), role, provider: providerId(provider) }],
    secondFactor: 'done',
    withheld: [],
    provedAt,
  };
}
