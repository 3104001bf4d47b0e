import { isAbsolute, join, resolve } from 'node:path';
import type { z } from 'zod';
import type { DatabasePlace } from './database.ts';
import { fromEnvironment, type variables } from './environment.ts';
import { readFlags } from './flags.ts';
import { repositoryRoot } from './root.ts';
import { isStrongSecret, keptSecret } from './secret.ts';

/** The organisation's own sign-on service, an OpenID Connect provider. */
export type Oidc = {
  /** As the service calls itself; its description is at `/.well-known/openid-configuration` below it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** For “Sign in with …”. */
  readonly name: string;
  /** Words in `amr` or `acr` that count as a second factor. */
  readonly secondFactor: readonly string[];
};

/** Everything an operator can set, read once at start and then only handed on. */
export type Settings = {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Public base URL, without a slash at the end. */
  readonly url: string;
  /** Origins whose pages may change something: the public URL's, and its loopback names. */
  readonly origins: readonly string[];
  readonly https: boolean;
  readonly database: DatabasePlace;
  /** Absolute folder of uploaded files and of the kept secret. */
  readonly dataDir: string;
  readonly secret: string;
  readonly demo: boolean;
  /** Whether moderators, external moderators and administrators can act only after a second factor. */
  readonly secondFactor: 'required' | 'optional';
  readonly oidc: Oidc | null;
  /** Header in which our own proxy names the client, or null when clients connect directly. */
  readonly trustedProxy: string | null;
  /** The mail server, and the address that mail comes from; null where no mail is sent. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Whether webhooks may go into private networks, and to this machine without encryption. */
  readonly privateWebhooks: boolean;
  /** A minute: calls of one account, requests from one address, uploads of one account. */
  readonly limits: { readonly account: number; readonly address: number; readonly uploads: number };
  /** Where metrics are served, apart from everything else; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** Base address of the collector that traces are sent to; null: none are made. */
  readonly traces: string | null;
  readonly logLevel: z.infer<typeof variables.shape.LOG_LEVEL>;
};

/** Settings that cannot be used. The message has one sentence per wrong setting, naming it and how to mend it. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * Reads the settings from an environment and a command line.
 *
 * @param env such as `process.env`; an empty value counts as absent.
 * @param argv the arguments after the script's name.
 * @throws SettingsError when one is wrong or a flag is unknown. Makes DATA_DIR/secret when no secret is given.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, argv: readonly string[]): Settings {
  const flags = readFlags(argv);
  const parsed = fromEnvironment(env);
  const oidc = parsed.ok ? oidcIn(parsed.values) : null;
  const problems = [
    ...flags.unknown.map((flag) => `"${flag}" is not an option. The one there is: --no-demo.`),
    ...(parsed.ok ? mailProblems(parsed.values) : parsed.problems),
    ...(typeof oidc === 'string' ? [oidc] : []),
  ];
  if (!parsed.ok || typeof oidc === 'string' || problems.length > 0) throw new SettingsError(problems.join('\n'));
  const given = parsed.values;

  const root = repositoryRoot();
  const dataDir = resolve(root, given.DATA_DIR);
  const own = ownAddress(given.HOST, given.PORT);
  const url = given.ASSAY_URL ?? own;
  return {
    host: given.HOST,
    port: given.PORT,
    url,
    origins: given.ASSAY_URL === undefined ? [...new Set([own, ...loopbackNames(own)])] : [url],
    https: url.startsWith('https:'),
    database: databasePlace(given.DATABASE_URL, root),
    dataDir,
    secret: given.ASSAY_SECRET ?? secretIn(dataDir),
    demo: given.ASSAY_DEMO === 'on' && !flags.noDemo,
    secondFactor: given.ASSAY_SECOND_FACTOR,
    oidc,
    trustedProxy: given.ASSAY_TRUSTED_PROXY ?? null,
    mail: mailOf(given),
    privateWebhooks: given.ASSAY_PRIVATE_WEBHOOKS === 'on',
    limits: {
      account: given.ASSAY_LIMIT_ACCOUNT,
      address: given.ASSAY_LIMIT_ADDRESS,
      uploads: given.ASSAY_LIMIT_UPLOADS,
    },
    metrics: given.ASSAY_METRICS ?? null,
    traces: given.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    logLevel: given.LOG_LEVEL,
  };
}

type MailGiven = Pick<z.infer<typeof variables>, 'ASSAY_SMTP_URL' | 'ASSAY_MAIL_FROM'>;

function mailOf({ ASSAY_SMTP_URL: url, ASSAY_MAIL_FROM: from }: MailGiven): Settings['mail'] {
  return url === undefined || from === undefined ? null : { url, from };
}

function mailProblems({ ASSAY_SMTP_URL: url, ASSAY_MAIL_FROM: from }: MailGiven): string[] {
  if ((url === undefined) === (from === undefined)) return [];
  return url === undefined
    ? ['ASSAY_MAIL_FROM is set and ASSAY_SMTP_URL is not. Set both to send mail, or neither.']
    : ['ASSAY_SMTP_URL is set and ASSAY_MAIL_FROM is not. Set it to the address that mail comes from, or set neither.'];
}

/** The sign-on service, null where none is set, or the sentence that says what is missing. */
function oidcIn(given: z.infer<typeof variables>): Oidc | string | null {
  const three = {
    ASSAY_OIDC_ISSUER: given.ASSAY_OIDC_ISSUER,
    ASSAY_OIDC_CLIENT_ID: given.ASSAY_OIDC_CLIENT_ID,
    ASSAY_OIDC_CLIENT_SECRET: given.ASSAY_OIDC_CLIENT_SECRET,
  };
  const { ASSAY_OIDC_ISSUER: issuer, ASSAY_OIDC_CLIENT_ID: clientId, ASSAY_OIDC_CLIENT_SECRET: clientSecret } = three;
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined) {
    const secondFactor = given.ASSAY_OIDC_SECOND_FACTOR.split(',').map((word) => word.trim());
    return { issuer, clientId, clientSecret, name: given.ASSAY_OIDC_NAME, secondFactor };
  }
  const missing = Object.entries(three).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length === 3) return null;
  return `A sign-on service needs ASSAY_OIDC_ISSUER, ASSAY_OIDC_CLIENT_ID and ASSAY_OIDC_CLIENT_SECRET. Set ${missing.join(' and ')} too, or leave all three out.`;
}

/** A server that listens on every address is reached, from its own machine, on the loopback one. */
function ownAddress(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return new URL(`http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`).origin;
}

/** People type localhost where we print 127.0.0.1, and a browser counts that as another origin. */
function loopbackNames(own: string): string[] {
  const { hostname, port } = new URL(own);
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  const suffix = port === '' ? '' : `:${port}`;
  return names.includes(hostname) ? names.map((name) => `http://${name}${suffix}`) : [];
}

/** Where a DATABASE_URL points, a file's path read from `root`. */
export function databasePlace(url: string, root: string): DatabasePlace {
  if (/^postgres(ql)?:/.test(url)) return { kind: 'postgres', url };
  const path = url.replace(/^file:/, '').replace(/^\/\/(?=\/)/, '');
  return { kind: 'sqlite', file: path === ':memory:' || isAbsolute(path) ? path : resolve(root, path) };
}

function secretIn(dataDir: string): string {
  const secret = readSecret(dataDir);
  if (isStrongSecret(secret)) return secret;
  throw new SettingsError(
    `The secret in ${join(dataDir, 'secret')} is too weak. Delete that file, and the next start makes a strong one (everyone signs in again).`,
  );
}

function readSecret(dataDir: string): string {
  try {
    return keptSecret(dataDir);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsError(
      `DATA_DIR is ${dataDir}, and the session secret cannot be kept there (${reason}). Make the folder writable, or set ASSAY_SECRET.`,
      { cause: error },
    );
  }
}
