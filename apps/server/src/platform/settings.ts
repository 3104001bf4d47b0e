import { isAbsolute, join, resolve } from 'node:path';
import type { z } from 'zod';
import { fromEnvironment, type variables } from './environment.ts';
import type { Bucket } from './files/bucketShelf.ts';
import { readFlags } from './flags.ts';
import { repositoryRoot } from './root.ts';
import { isStrongSecret, keptSecret } from './secret.ts';

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
  /** `file` is absolute, or `:memory:`. */
  readonly database: { readonly kind: 'sqlite'; readonly file: string };
  /** Absolute folder of uploaded files and of the kept secret. */
  readonly dataDir: string;
  /** Where kept files lie: a bucket, or null for the folder `files` of `dataDir`. */
  readonly bucket: Bucket | null;
  /** Where clamd listens, or null when uploads are not scanned. */
  readonly clamd: { readonly host: string; readonly port: number } | null;
  readonly allowance: Allowance;
  readonly secret: string;
  readonly demo: boolean;
  /** Header in which our own proxy names the client, or null when clients connect directly. */
  readonly trustedProxy: string | null;
  readonly logLevel: z.infer<typeof variables.shape.LOG_LEVEL>;
};

/** The most that may be uploaded: bytes of one file, and files and bytes of one person. */
export type Allowance = {
  readonly fileBytes: number;
  readonly personFiles: number;
  readonly personBytes: number;
};

const megabyte = 1024 * 1024;

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
  const problems = [
    ...flags.unknown.map((flag) => `"${flag}" is not an option. The one there is: --no-demo.`),
    ...(parsed.ok ? [] : parsed.problems),
  ];
  if (!parsed.ok || problems.length > 0) throw new SettingsError(problems.join('\n'));
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
    database: { kind: 'sqlite', file: databaseFile(given.DATABASE_URL, root) },
    dataDir,
    bucket: bucketOf(given),
    clamd: given.ASSAY_CLAMD ?? null,
    allowance: {
      fileBytes: given.ASSAY_FILE_MB * megabyte,
      personFiles: given.ASSAY_PERSON_FILES,
      personBytes: given.ASSAY_PERSON_MB * megabyte,
    },
    secret: given.ASSAY_SECRET ?? secretIn(dataDir),
    demo: given.ASSAY_DEMO === 'on' && !flags.noDemo,
    trustedProxy: given.ASSAY_TRUSTED_PROXY ?? null,
    logLevel: given.LOG_LEVEL,
  };
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

function databaseFile(url: string, root: string): string {
  const path = url.replace(/^file:/, '').replace(/^\/\/(?=\/)/, '');
  if (path === ':memory:') return path;
  return isAbsolute(path) ? path : resolve(root, path);
}

function bucketOf(given: z.infer<typeof variables>): Bucket | null {
  if (given.ASSAY_FILES === undefined) return null;
  const { bucket, endpoint, region } = given.ASSAY_FILES;
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = given;
  if ((id === undefined) !== (secret === undefined))
    throw new SettingsError('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY belong together: set both, or neither.');
  return {
    bucket,
    endpoint,
    region: region ?? given.AWS_REGION ?? 'us-east-1',
    credentials:
      id === undefined || secret === undefined
        ? null
        : { accessKeyId: id, secretAccessKey: secret, ...(token === undefined ? {} : { sessionToken: token }) },
  };
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
