import { z } from 'zod';
import { isStrongSecret } from './secret.ts';

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535));

const databaseUrl = z
  .string()
  // One slash or three: two would name a host, and a database file has none.
  .refine((url) => /^file:(?!\/\/[^/])[^?#]+$/.test(url) || isPostgresUrl(url));

/** A server and a database on it are named: anything else would be filled in from this machine's user. */
function isPostgresUrl(url: string): boolean {
  const parsed = /^postgres(ql)?:\/\//.test(url) ? URL.parse(url) : null;
  return parsed !== null && parsed.hostname !== '' && parsed.pathname.length > 1;
}

/** How often, a minute. */
const perMinute = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/** Where to listen, `127.0.0.1:9464` or `[::1]:9464`. */
const listenAddress = z
  .string()
  .regex(/^(?:[\w.-]+|\[[\da-fA-F:]+\]):\d{1,5}$/)
  .transform((text) => ({
    host: text.slice(0, text.lastIndexOf(':')).replace(/^\[|\]$/g, ''),
    port: Number(text.slice(text.lastIndexOf(':') + 1)),
  }))
  .refine(({ port: number }) => number <= 65_535);

const publicUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => URL.parse(url)?.origin === url.replace(/\/$/, '').toLowerCase())
  .transform((url) => url.replace(/\/$/, '').toLowerCase());

const smtpUrl = z.string().refine((url) => /^smtps?:\/\/[^/]/.test(url) && (URL.parse(url)?.hostname ?? '') !== '');
/** Tokens may not travel in the clear, but to this machine itself. */
const issuer = z.url({ protocol: /^https?$/ }).refine((url) => {
  const at = URL.parse(url);
  return at?.protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(at?.hostname ?? '');
});

/** The environment variables, their shapes and their defaults. */
export const variables = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  PORT: port.default(4310),
  DATABASE_URL: databaseUrl.default('file:./data/assay.db'),
  DATA_DIR: z.string().default('./data'),
  ASSAY_SECRET: z.string().refine(isStrongSecret).optional(),
  ASSAY_URL: publicUrl.optional(),
  ASSAY_DEMO: z.enum(['on', 'off']).default('on'),
  ASSAY_TRUSTED_PROXY: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/)
    .toLowerCase()
    .optional(),
  ASSAY_SMTP_URL: smtpUrl.optional(),
  ASSAY_MAIL_FROM: z.email().optional(),
  ASSAY_PRIVATE_WEBHOOKS: z.enum(['on', 'off']).default('off'),
  ASSAY_LIMIT_ACCOUNT: perMinute.default(3_000),
  ASSAY_LIMIT_ADDRESS: perMinute.default(12_000),
  ASSAY_LIMIT_UPLOADS: perMinute.default(120),
  ASSAY_METRICS: listenAddress.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  ASSAY_SECOND_FACTOR: z.enum(['required', 'optional']).default('required'),
  ASSAY_OIDC_ISSUER: issuer.optional(),
  ASSAY_OIDC_CLIENT_ID: z.string().optional(),
  ASSAY_OIDC_CLIENT_SECRET: z.string().optional(),
  ASSAY_OIDC_NAME: z.string().max(60).default('your organisation'),
  ASSAY_OIDC_SECOND_FACTOR: z
    .string()
    .regex(/^[^\s,]+(\s*,\s*[^\s,]+)*$/)
    .default('mfa'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** How to mend each, said after its name and value. */
const mend: Readonly<Record<keyof typeof variables.shape, string>> = {
  HOST: 'must be an address or a host name to listen on, for example HOST=127.0.0.1.',
  PORT: 'must be a whole number from 0 to 65535, for example PORT=4310.',
  DATABASE_URL:
    'must name a file, for example DATABASE_URL=file:./data/assay.db, or a database on a PostgreSQL server: postgres://user:password@host:5432/assay.',
  DATA_DIR: 'must be a folder, for example DATA_DIR=./data.',
  ASSAY_SECRET:
    'must have at least 32 characters, 10 of them different. Make one with "openssl rand -base64 32", or leave it out and one is kept in DATA_DIR/secret.',
  ASSAY_URL:
    'must be the address people type, http or https, without a path, for example ASSAY_URL=https://assay.example.org.',
  ASSAY_DEMO: 'must be "on" or "off".',
  ASSAY_TRUSTED_PROXY:
    'must be the one header in which your proxy puts the client address, for example ASSAY_TRUSTED_PROXY=x-real-ip.',
  ASSAY_SMTP_URL:
    'must be the address of a mail server, for example ASSAY_SMTP_URL=smtps://name:password@mail.example.org.',
  ASSAY_MAIL_FROM: 'must be the address that mail comes from, for example ASSAY_MAIL_FROM=assay@example.org.',
  ASSAY_PRIVATE_WEBHOOKS: 'must be "on" or "off".',
  ASSAY_LIMIT_ACCOUNT: 'must be how many calls one account may make a minute, for example ASSAY_LIMIT_ACCOUNT=3000.',
  ASSAY_LIMIT_ADDRESS:
    'must be how many requests may come from one address a minute, for example ASSAY_LIMIT_ADDRESS=12000.',
  ASSAY_LIMIT_UPLOADS: 'must be how many files one account may upload a minute, for example ASSAY_LIMIT_UPLOADS=120.',
  ASSAY_METRICS:
    'must be an address and a port of their own, which the outside cannot reach, for example ASSAY_METRICS=127.0.0.1:9464.',
  OTEL_EXPORTER_OTLP_ENDPOINT:
    'must be the address of a collector that takes OTLP over HTTP, for example OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318.',
  ASSAY_SECOND_FACTOR: 'must be "required" or "optional".',
  ASSAY_OIDC_ISSUER:
    'must be the https address by which your sign-on service calls itself, for example ASSAY_OIDC_ISSUER=https://login.example.org.',
  ASSAY_OIDC_CLIENT_ID: 'must be the id under which your sign-on service knows Assay.',
  ASSAY_OIDC_CLIENT_SECRET: 'must be the secret that your sign-on service gave to Assay.',
  ASSAY_OIDC_NAME:
    'must be the name for the button “Sign in with …”, of at most 60 characters, for example ASSAY_OIDC_NAME="Harbour Training".',
  ASSAY_OIDC_SECOND_FACTOR:
    'must be the words, with commas between them, by which your sign-on service says in amr or acr that a second factor was shown, for example ASSAY_OIDC_SECOND_FACTOR=mfa,otp.',
  LOG_LEVEL: 'must be one of fatal, error, warn, info, debug, trace, silent.',
};

/** Values that may hold a password are never repeated on a screen or in a log. */
const unspoken: ReadonlySet<string> = new Set([
  'ASSAY_SECRET',
  'ASSAY_OIDC_CLIENT_SECRET',
  'ASSAY_SMTP_URL',
  'DATABASE_URL',
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
