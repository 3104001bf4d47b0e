import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** Refuses a larger body with 413 before it is read whole. For everything but uploads. @param bytes 1 MB when absent. */
export function jsonBodyLimit(bytes: number = 1024 * 1024): MiddlewareHandler {
  return bodyLimit({
    maxSize: bytes,
    onError: (c) =>
      c.json({ error: `This request is larger than ${Math.round(bytes / 1024)} kB, the most there is room for.` }, 413),
  });
}
