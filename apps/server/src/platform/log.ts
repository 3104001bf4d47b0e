import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';
import { requestId } from './observability/requestId.ts';
import type { Settings } from './settings.ts';

/** The server's log: one JSON object a line. */
export type Log = Logger;

/**
 * Field names that hold personal data or secrets, blanked at the top and one
 * level down. It is the net below the rule, not the rule: log ids, never people.
 */
const personal = [
  'address',
  'authorization',
  'body',
  'cookie',
  'email',
  'headers',
  'ip',
  'name',
  'parameters',
  'password',
  'secret',
  'token',
];

/**
 * Opens the log.
 *
 * @param level least severe level that is written.
 * @param destination where lines go; standard error when absent, because standard output belongs to what a person reads.
 */
export function openLog(level: Settings['logLevel'], destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      mixin: () => {
        const request = requestId();
        return request === undefined ? {} : { request };
      },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: personal.flatMap((field) => [field, `*.${field}`]), censor: '[kept out]' },
      serializers: { err: errorWithoutData },
    },
    destination ?? pino.destination(2),
  );
}

/** An error's own extra fields (a query's parameters, a request's body) stay out; message and stack go in. */
function errorWithoutData(error: Error): Record<string, unknown> {
  const { type, message, stack } = stdSerializers.err(error);
  return { type, message, stack, ...('code' in error ? { code: error.code } : {}) };
}
