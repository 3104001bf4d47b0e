import { app } from '../app.ts';
import { compose } from '../compose.ts';
import { readSettings } from '../platform/settings.ts';

/** A statement as the server sent it to the database. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * Answers requests as the server would, in this process, and tells of each what it asked the database, in order. For
 * measuring what the same statements cost without the server.
 */
export async function statementsOf(
  place: { readonly path: string; readonly url: string },
  requests: readonly Request[],
): Promise<Statement[][]> {
  const settings = readSettings(
    {
      DATA_DIR: place.path,
      DATABASE_URL: place.url,
      LOG_LEVEL: 'silent',
      ASSAY_DEMO: 'off',
      ASSAY_SECOND_FACTOR: 'optional',
    },
    [],
  );
  let heard: Statement[] = [];
  const { world, close } = await compose(settings, {
    heard: ({ sql, parameters }) => void heard.push({ sql, parameters }),
  });
  try {
    const http = app(world, import.meta.dirname);
    const found: Statement[][] = [];
    for (const request of requests) {
      heard = [];
      const answer = await http.request(request, undefined, { incoming: { socket: { remoteAddress: '127.0.0.1' } } });
      if (!answer.ok) throw new Error(`${request.url} answered ${answer.status}: ${await answer.text()}`);
      await answer.text();
      found.push(heard);
    }
    return found;
  } finally {
    await close();
  }
}
