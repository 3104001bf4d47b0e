import { expect, test } from 'vitest';
import { eicar, fakeClamd, likeClamd } from '../../testing/fakeClamd.ts';
import { uploadTo } from '../../testing/upload.ts';
import { uploadWorld } from '../../testing/uploadWorld.ts';

test('uploads are scanned: clean ones are kept, infected ones refused, and none is taken while nobody scans', async () => {
  const scanner = { answers: false };
  await using clamd = await fakeClamd((heard, socket) =>
    scanner.answers ? likeClamd(heard, socket) : void socket.destroy(),
  );
  await using at = await uploadWorld({ ASSAY_CLAMD: `127.0.0.1:${clamd.at.port}` });
  const { headers } = await at.enrol();
  const bring = (name: string, text: string) =>
    uploadTo(at.ask, { name, body: new TextEncoder().encode(text), headers });

  const unscanned = await bring('account.txt', 'What I did.');
  expect([unscanned.status, await unscanned.json()]).toEqual([
    503,
    { error: expect.stringContaining('could not be scanned for viruses just now') },
  ]);
  const [waiting] = await at.world.db.selectFrom('receiving').selectAll().execute();
  expect(waiting).toMatchObject({ name: 'account.txt', outcome: null });

  // What arrived is not sent again: once somebody scans, asking is enough.
  scanner.answers = true;
  const asked = await at.ask(`/api/uploads/${waiting?.upload}`, { headers });
  expect([asked.status, await asked.json()]).toEqual([200, expect.objectContaining({ name: 'account.txt' })]);

  const infected = await bring('letter.txt', `Dear all, ${eicar}`);
  expect([infected.status, await infected.json()]).toEqual([
    422,
    { error: '"letter.txt" holds something that a virus scanner knows as harmful. It was not kept.' },
  ]);
  const kept = await at.world.db.selectFrom('upload').select('media_type').execute();
  expect(kept).toHaveLength(1);
});
