import { expect, test } from 'vitest';
import { z } from 'zod';
import { bucketServer } from '../../testing/bucketServer.ts';
import { pdfOf, wordDocument } from '../../testing/documents.ts';
import { temporaryFolder } from '../../testing/temporaryFolder.ts';
import { uploadTo } from '../../testing/upload.ts';
import { uploadWorld } from '../../testing/uploadWorld.ts';

const content = z.object({ hash: z.string(), bytes: z.number(), mediaType: z.string(), name: z.string() });

/** Brings a file, puts it into evidence, reads it back and has its words counted. */
async function journey(env: Readonly<Record<string, string>>, name: string, body: Uint8Array) {
  await using at = await uploadWorld(env);
  const { id, submission, headers } = await at.enrol();
  const caller = await at.callerFor(id);
  const brought = await uploadTo(at.ask, { name, body: new Uint8Array(body), headers });
  const { item } = await caller.evidence.add({
    ...at.command(),
    submission,
    title: 'A plan',
    component: 'C3',
    method: 'document',
    dated: '2026-02-01',
    content: content.parse(await brought.json()),
  });
  await at.world.reading.idle();
  const [listed] = await caller.evidence.list({ submission });
  const back = await at.ask(`/api/evidence/${item}/content`, { headers });
  return { words: listed?.words, same: Buffer.from(await back.arrayBuffer()).equals(body) };
}

test('an upload to the folder becomes evidence, is read back whole and has its words counted', async () => {
  const word = wordDocument({}, 'Two rooms and a garden.');
  expect(await journey({}, 'plan.docx', word)).toEqual({ words: 5, same: true });
});

test('an upload to a bucket becomes evidence, is read back whole and has its words counted', async () => {
  await using folder = await temporaryFolder();
  await using s3 = await bucketServer(folder.path);
  const env = {
    ASSAY_FILES: `s3://${s3.bucket.bucket}?endpoint=${s3.bucket.endpoint}`,
    AWS_ACCESS_KEY_ID: s3.bucket.credentials?.accessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: s3.bucket.credentials?.secretAccessKey ?? '',
  };
  expect(await journey(env, 'plan.pdf', await pdfOf('Two rooms', 'and a garden.'))).toEqual({ words: 5, same: true });
});
