import { expect, test } from 'vitest';
import { kinds } from '../testing/databases.ts';
import { startServer } from '../testing/processes.ts';
import { freshPlace } from '../testing/world.ts';

test.each(kinds)('on %s, a server that is told to stop finishes and ends with status 0', async (kind) => {
  await using place = await freshPlace(kind);
  const server = await startServer(place);
  expect(await server.end('SIGTERM')).toEqual([0, null]);
});
