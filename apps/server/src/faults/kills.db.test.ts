import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { kinds } from '../testing/databases.ts';
import { freePort } from '../testing/postgres/cluster.ts';
import { signIn, startServer, type Person } from '../testing/processes.ts';
import { rebuilt } from '../testing/rebuilt.ts';
import { soon } from '../testing/soon.ts';
import { freshPlace, reopenWorld } from '../testing/world.ts';
import { seeded } from './random.ts';
import { setStage } from './stage.ts';

/** Kills on each of the two databases. */
const kills = 25;

test.each(kinds)(
  `on %s, ${kills} kills under load lose nothing that was acknowledged and tell everything once`,
  async (kind) => {
    await using place = await freshPlace(kind);
    await using at = await reopenWorld(place);
    const stage = await setStage(at, 0, 2);
    const { below } = seeded(50);
    const port = await freePort();
    const standards = [...at.world.library.book.judged.keys()];
    const acknowledged: string[] = [];
    const strange: string[] = [];
    let people: { candidate: Person; assessor: Person } | null = null;

    const versionOf = async (stream: string) =>
      (await at.world.db.selectFrom('stream').select('version').where('id', '=', stream).executeTakeFirstOrThrow())
        .version;

    for (let kill = 0; kill < kills; kill++) {
      const server = await startServer(place, { port, env: { ASSAY_SECOND_FACTOR: 'optional' } });
      const { origin } = server;
      people ??= {
        candidate: await signIn(origin, stage.emails.candidate),
        assessor: await signIn(origin, stage.emails.assessor),
      };
      const { candidate, assessor } = people;
      const life = { over: false };
      /** Sends one command after another, each on the version that the last left, until the server is gone. */
      const send = async (who: Person, path: string, next: (version: number) => object, start: number) => {
        let version = start;
        while (!life.over) {
          const commandId = randomUUID();
          const answered = await who.send(origin, path, { ...next(version), commandId }).catch(() => null);
          if (answered === null) return;
          if (answered.status === 200) acknowledged.push(commandId);
          if (answered.status === 200) version = Number(answered.answer?.['version']);
          else strange.push(JSON.stringify(answered));
          if (answered.status !== 200) return;
        }
      };
      const text = (n: number) => ({
        submission: stage.submission,
        item: null,
        seen: 0,
        title: `Account ${kill}-${n}`,
        component: 'C1',
        dated: '2026-02-01',
        text: `What I did, ${randomUUID()}.`,
      });
      const judge = (seen: number) => ({
        review: stage.marking,
        seen,
        standard: standards[below(standards.length)],
        score: 2 + below(3),
        reason: `Seen in round ${kill}.`,
        evidence: ['visit', 'discussion'],
      });
      const claim = (seen: number) => ({ item: stage.item, seen, statement: 'LLD.S1', place: `page ${seen}` });
      const before = acknowledged.length;
      const load = [
        send(assessor, 'review.judge', judge, await versionOf(stage.marking)),
        send(candidate, 'evidence.claim', claim, await versionOf(stage.item)),
        send(candidate, 'evidence.write', text, 0),
        send(candidate, 'evidence.write', text, 0),
      ];
      // In the midst of it, on a slow machine too: something was acknowledged, and more is on its way.
      while (acknowledged.length === before && strange.length === 0) await pause(2);
      await pause(below(40));
      await server.end('SIGKILL');
      life.over = true;
      await Promise.all(load);
      expect(strange).toEqual([]);
    }

    const last = await startServer(place, { port });
    const { db } = at.world;
    await soon(async () => {
      const waiting = await db.selectFrom('outbox').select('id').where('delivered_at', 'is', null).execute();
      expect(waiting).toEqual([]);
    });
    await last.end('SIGTERM');

    const written = new Set((await db.selectFrom('fact').select('command').execute()).map(({ command }) => command));
    expect(acknowledged.length).toBeGreaterThanOrEqual(kills);
    expect(acknowledged.filter((id) => !written.has(id))).toEqual([]);
    const { audited, before: kept, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(kept);
    const told = await db.selectFrom('notice').select('id').orderBy('id').execute();
    const posted = await db.selectFrom('outbox').select('id').where('kind', '=', 'notice').orderBy('id').execute();
    expect(told).toEqual(posted);
  },
  600_000,
);
