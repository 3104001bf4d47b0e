import { z } from 'zod';
import { isStrongSecret } from './secret.ts';

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535));

const sqliteUrl = z
  .string()
  .refine((url) => !/^postgres(ql)?:/.test(url), {
    error:
      'DATABASE_URL names a PostgreSQL server, which this version cannot use yet. Leave it out, or name a file: DATABASE_URL=file:./data/assay.db.',
  })
  // One slash or three: two would name a host, and a database file has none.
  .refine((url) => /^postgres(ql)?:/.test(url) || /^file:(?!\/\/[^/])[^?#]+$/.test(url));

const publicUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => URL.parse(url)?.origin === url.replace(/\/$/, '').toLowerCase())
  .transform((url) => url.replace(/\/$/, '').toLowerCase());

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

/** `clamd.internal:3310`, or `[::1]:3310`. */
const hostAndPort = z
  .string()
  .regex(/^(\[[\da-f:]+\]|[\w.-]+):\d{1,5}$/i)
  .transform((at) => ({
    host: at.slice(0, at.lastIndexOf(':')).replaceAll(/[[\]]/g, ''),
    port: Number(at.slice(at.lastIndexOf(':') + 1)),
  }))
  .refine(({ port: number }) => number > 0 && number < 65_536);

/** `s3://bucket?region=eu-west-2`, with an endpoint where the server is not Amazon's. */
const bucketUrl = z
  .string()
  .refine((url) => {
    const { protocol, host, pathname, username, searchParams } = URL.parse(url) ?? {};
    const known = [...(searchParams?.keys() ?? [])].every((name) => name === 'region' || name === 'endpoint');
    const bare = (pathname === '' || pathname === '/') && username === '';
    return protocol === 's3:' && /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(host ?? '') && bare && known;
  })
  .transform((url) => {
    const { host, searchParams } = new URL(url);
    return { bucket: host, region: searchParams.get('region'), endpoint: searchParams.get('endpoint') };
  })
  .refine(({ endpoint }) => endpoint === null || /^https?:$/.test(URL.parse(endpoint)?.protocol ?? ''));

/** The environment variables, their shapes and their defaults. */
export const variables = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  PORT: port.default(4310),
  DATABASE_URL: sqliteUrl.default('file:./data/assay.db'),
  DATA_DIR: z.string().default('./data'),
  ASSAY_SECRET: z.string().refine(isStrongSecret).optional(),
  ASSAY_URL: publicUrl.optional(),
  ASSAY_DEMO: z.enum(['on', 'off']).default('on'),
  ASSAY_TRUSTED_PROXY: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/)
    .toLowerCase()
    .optional(),
  ASSAY_FILES: bucketUrl.optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  AWS_SESSION_TOKEN: z.string().optional(),
  AWS_REGION: z.string().optional(),
  ASSAY_CLAMD: hostAndPort.optional(),
  ASSAY_FILE_MB: wholeNumber(1, 1024).default(50),
  ASSAY_PERSON_FILES: wholeNumber(1, 100_000).default(200),
  ASSAY_PERSON_MB: wholeNumber(1, 1_000_000).default(2048),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** How to mend each, said after its name and value. */
const mend: Readonly<Record<keyof typeof variables.shape, string>> = {
  HOST: 'must be an address or a host name to listen on, for example HOST=127.0.0.1.',
  PORT: 'must be a whole number from 0 to 65535, for example PORT=4310.',
  DATABASE_URL: 'must name a file, for example DATABASE_URL=file:./data/assay.db.',
  DATA_DIR: 'must be a folder, for example DATA_DIR=./data.',
  ASSAY_SECRET:
    'must have at least 32 characters, 10 of them different. Make one with "openssl rand -base64 32", or leave it out and one is kept in DATA_DIR/secret.',
  ASSAY_URL:
    'must be the address people type, http or https, without a path, for example ASSAY_URL=https://assay.example.org.',
  ASSAY_DEMO: 'must be "on" or "off".',
  ASSAY_TRUSTED_PROXY:
    'must be the one header in which your proxy puts the client address, for example ASSAY_TRUSTED_PROXY=x-real-ip.',
  ASSAY_FILES:
    'must name a bucket, for example ASSAY_FILES="s3://assay?region=eu-west-2", with "&endpoint=https://…" where the server is not Amazon’s. Leave it out, and files are kept in DATA_DIR.',
  AWS_ACCESS_KEY_ID: 'must be the id of an access key.',
  AWS_SECRET_ACCESS_KEY: 'must be the secret of the access key.',
  AWS_SESSION_TOKEN: 'must be a session token.',
  AWS_REGION: 'must be the name of a region.',
  ASSAY_CLAMD: 'must be the host and port on which clamd listens, for example ASSAY_CLAMD=127.0.0.1:3310.',
  ASSAY_FILE_MB: 'must be the most megabytes for one file, from 1 to 1024, for example ASSAY_FILE_MB=50.',
  ASSAY_PERSON_FILES: 'must be the most files for one person, from 1 to 100000, for example ASSAY_PERSON_FILES=200.',
  ASSAY_PERSON_MB: 'must be the most megabytes for one person, from 1 to 1000000, for example ASSAY_PERSON_MB=2048.',
  LOG_LEVEL: 'must be one of fatal, error, warn, info, debug, trace, silent.',
};

/** Values that may hold a password are never repeated on a screen or in a log. */
const unspoken: ReadonlySet<string> = new Set([
  'ASSAY_SECRET',
  'DATABASE_URL',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
]);

type Read =
  | { readonly ok: true; readonly values: z.infer<typeof variables> }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Parses the variables we know from an environment; a problem is a sentence, one per variable. */
export function fromEnvironment(env: Readonly<Record<string, string | undefined>>): Read {
  const names = variables.keyof().options;
  const given = Object.fromEntries(names.map((name) => [name, env[name]?.trim() || undefined] as const));
  const result = variables.safeParse(given);
  if (result.success) return { ok: true, values: result.data };
  const wrong = new Map(result.error.issues.toReversed().map((issue) => [issue.path[0], issue]));
  const problems = names.flatMap((name) => {
    const issue = wrong.get(name);
    if (!issue) return [];
    if (issue.message.startsWith(name)) return [issue.message];
    return [`${name}${unspoken.has(name) ? '' : ` is "${given[name]}": it`} ${mend[name]}`];
  });
  return { ok: false, problems };
}
