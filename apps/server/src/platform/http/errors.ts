import { randomUUID } from 'node:crypto';
import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Log } from '../log.ts';

/**
 * For `app.onError`: an exception that nobody handled is a bug. The log gets
 * all of it under an id; the reader gets the id and nothing of the inside.
 *
 * @param trouble what is out of reach behind an error, as a sentence: 503. Null for a bug.
 */
export function lastResort(log: Log, trouble: (error: Error) => string | null = () => null): ErrorHandler {
  return (error, c) => {
    // Hono's own refusals (a body that is no JSON, say) are answers, not bugs.
    if (error instanceof HTTPException && error.status < 500) return error.getResponse();
    // The client went away while it was sending: nobody reads the answer.
    if ('code' in error && error.code === 'ECONNRESET') {
      log.debug('the client went away');
      return c.json({ error: 'The request broke off.' }, 400);
    }
    const says = trouble(error);
    if (says !== null) {
      c.header('Retry-After', '5');
      return c.json({ error: says }, 503);
    }
    const id = randomUUID();
    // Not the address: an invitation's token or a file's name may be in it.
    log.error({ id, method: c.req.method, err: error }, 'unhandled error');
    return c.json({ error: 'Something went wrong here, and it has been noted. Please try again.', id }, 500);
  };
}
