import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporaryFolder.ts';
import { repositoryRoot } from './root.ts';
import { readSettings, SettingsError } from './settings.ts';

const secret = 'abcdefghijklmnopqrstuvwxyz0123456789';
const read = (env: Record<string, string>, argv: string[] = []) => readSettings({ ASSAY_SECRET: secret, ...env }, argv);
const problem = (env: Record<string, string>, argv: string[] = []) => {
  try {
    read(env, argv);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
  }
  return 'no SettingsError';
};

describe('settings', () => {
  test('an empty environment gives the defaults, with paths from the repository root', () => {
    expect(read({})).toEqual({
      host: '127.0.0.1',
      port: 4310,
      url: 'http://127.0.0.1:4310',
      origins: ['http://127.0.0.1:4310', 'http://localhost:4310', 'http://[::1]:4310'],
      https: false,
      database: { kind: 'sqlite', file: join(repositoryRoot(), 'data/assay.db') },
      dataDir: join(repositoryRoot(), 'data'),
      secret,
      demo: true,
      secondFactor: 'required',
      oidc: null,
      trustedProxy: null,
      mail: null,
      privateWebhooks: false,
      limits: { account: 3000, address: 12_000, uploads: 120 },
      metrics: null,
      traces: null,
      logLevel: 'info',
    });
  });

  test('an empty value counts as absent', () => {
    expect(read({ PORT: '', HOST: ' ' })).toMatchObject({ port: 4310, host: '127.0.0.1' });
  });

  test.each([
    ['file:/srv/assay.db', '/srv/assay.db'],
    ['file:///srv/assay.db', '/srv/assay.db'],
    ['file:other.db', join(repositoryRoot(), 'other.db')],
    ['file::memory:', ':memory:'],
  ])('DATABASE_URL %s means %s', (url, file) => {
    expect(read({ DATABASE_URL: url }).database).toEqual({ kind: 'sqlite', file });
  });

  test.each([
    ['127.0.0.1:9464', { host: '127.0.0.1', port: 9464 }],
    ['[::1]:9464', { host: '::1', port: 9464 }],
    ['metrics.internal:80', { host: 'metrics.internal', port: 80 }],
  ])('ASSAY_METRICS %s is %j', (address, metrics) => {
    expect(read({ ASSAY_METRICS: address }).metrics).toEqual(metrics);
  });

  test('with a public address only its own pages may change something', () => {
    const settings = read({ ASSAY_URL: 'https://assay.example.org/', HOST: '0.0.0.0' });
    expect(settings.url).toBe('https://assay.example.org');
    expect(settings.origins).toEqual(['https://assay.example.org']);
    expect(settings.https).toBe(true);
  });

  test('the demo is turned off by the environment or the command line, and a bare -- means nothing', () => {
    expect(read({ ASSAY_DEMO: 'off' }).demo).toBe(false);
    expect(read({}, ['--', '--no-demo']).demo).toBe(false);
    expect(read({}, ['--']).demo).toBe(true);
  });

  test.each([
    [{ PORT: '70000' }, 'PORT is "70000": it must be a whole number'],
    [{ PORT: 'http' }, 'PORT is "http": it must be a whole number'],
    [{ ASSAY_DEMO: 'yes' }, 'ASSAY_DEMO is "yes": it must be "on" or "off".'],
    [{ ASSAY_URL: 'assay.example.org' }, 'ASSAY_URL is "assay.example.org": it must be'],
    [{ ASSAY_URL: 'https://example.org/assay' }, 'ASSAY_URL is "https://example.org/assay": it'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud": it must be one of'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must name a file'],
    [{ DATABASE_URL: 'file://host/x.db' }, 'DATABASE_URL must name a file'],
    [{ ASSAY_MAIL_FROM: 'Assay' }, 'ASSAY_MAIL_FROM is "Assay": it must be the address'],
    [{ ASSAY_MAIL_FROM: 'assay@example.org' }, 'ASSAY_MAIL_FROM is set and ASSAY_SMTP_URL is not'],
    [{ ASSAY_SMTP_URL: 'smtp://mail.example.org' }, 'ASSAY_SMTP_URL is set and ASSAY_MAIL_FROM is not'],
    [{ ASSAY_SMTP_URL: 'smtp://' }, 'ASSAY_SMTP_URL must be the address of a mail server'],
    [{ ASSAY_PRIVATE_WEBHOOKS: 'yes' }, 'ASSAY_PRIVATE_WEBHOOKS is "yes": it must be "on" or "off".'],
    [{ ASSAY_LIMIT_ACCOUNT: '0' }, 'ASSAY_LIMIT_ACCOUNT is "0": it must be how many calls'],
    [{ ASSAY_LIMIT_UPLOADS: 'many' }, 'ASSAY_LIMIT_UPLOADS is "many": it must be how many files'],
    [{ ASSAY_METRICS: '9464' }, 'ASSAY_METRICS is "9464": it must be an address and a port'],
    [{ ASSAY_METRICS: '127.0.0.1:70000' }, 'ASSAY_METRICS is "127.0.0.1:70000": it must be'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' }, 'OTEL_EXPORTER_OTLP_ENDPOINT is "collector": it must be'],
    [{ ASSAY_SECOND_FACTOR: 'no' }, 'ASSAY_SECOND_FACTOR is "no": it must be "required" or "optional".'],
    [{ ASSAY_OIDC_ISSUER: 'login' }, 'ASSAY_OIDC_ISSUER is "login": it must be the https address'],
    [{ ASSAY_OIDC_NAME: 'x'.repeat(61) }, 'it must be the name for the button'],
    [{ ASSAY_OIDC_SECOND_FACTOR: 'mfa otp' }, 'it must be the words, with commas between them'],
    [{ ASSAY_TRUSTED_PROXY: 'x y' }, 'ASSAY_TRUSTED_PROXY is "x y": it must be the one header'],
  ])('a wrong setting is named with how to mend it: %j', (env, sentence) => {
    expect(problem(env)).toContain(sentence);
  });

  test('DATABASE_URL may name a database on a PostgreSQL server', () => {
    const url = 'postgres://u:hunter2@db:5432/assay';
    expect(read({ DATABASE_URL: url }).database).toEqual({ kind: 'postgres', url });
  });

  test('mail is sent where a server and a sender are named; the server’s password is never repeated', () => {
    const given = { ASSAY_SMTP_URL: 'smtps://name:hunter2@mail.example.org', ASSAY_MAIL_FROM: 'assay@example.org' };
    expect(read(given).mail).toEqual({ url: given.ASSAY_SMTP_URL, from: 'assay@example.org' });
    const sentence = problem({ ...given, ASSAY_SMTP_URL: 'https://name:hunter2@mail.example.org' });
    expect(sentence).toContain('ASSAY_SMTP_URL must be the address of a mail server');
    expect(sentence).not.toContain('hunter2');
  });

  test('a PostgreSQL server without a database is refused in a sentence that keeps its password to itself', () => {
    const sentence = problem({ DATABASE_URL: 'postgres://u:hunter2@db' });
    expect(sentence).toMatch(/^DATABASE_URL must name a file, .* postgres:/);
    expect(sentence).not.toContain('hunter2');
  });

  test('a sign-on service is read whole or not at all', () => {
    const three = {
      ASSAY_OIDC_ISSUER: 'https://login.example.org',
      ASSAY_OIDC_CLIENT_ID: 'assay',
      ASSAY_OIDC_CLIENT_SECRET: 'hunter2',
    };
    expect(read(three).oidc).toEqual({
      issuer: 'https://login.example.org',
      clientId: 'assay',
      clientSecret: 'hunter2',
      name: 'your organisation',
      secondFactor: ['mfa'],
    });
    const named = { ...three, ASSAY_OIDC_NAME: 'Harbour Training', ASSAY_OIDC_SECOND_FACTOR: 'mfa, otp,urn:loa:3' };
    expect(read(named).oidc).toMatchObject({ name: 'Harbour Training', secondFactor: ['mfa', 'otp', 'urn:loa:3'] });
    expect(problem({ ASSAY_OIDC_ISSUER: three.ASSAY_OIDC_ISSUER })).toContain(
      'Set ASSAY_OIDC_CLIENT_ID and ASSAY_OIDC_CLIENT_SECRET too, or leave all three out.',
    );
    const sentence = problem({ ASSAY_OIDC_CLIENT_SECRET: 'hunter2' });
    expect(sentence).toContain('Set ASSAY_OIDC_ISSUER and ASSAY_OIDC_CLIENT_ID too');
    expect(sentence).not.toContain('hunter2');
  });

  test('a sign-on service is on https, or on this machine', () => {
    const rest = { ASSAY_OIDC_CLIENT_ID: 'assay', ASSAY_OIDC_CLIENT_SECRET: 'x' };
    expect(problem({ ...rest, ASSAY_OIDC_ISSUER: 'http://login.example.org' })).toContain(
      'ASSAY_OIDC_ISSUER is "http://login.example.org": it must be the https address',
    );
    for (const host of ['127.0.0.1:9000', 'localhost:9000', '[::1]:9000'])
      expect(read({ ...rest, ASSAY_OIDC_ISSUER: `http://${host}` }).oidc?.issuer).toBe(`http://${host}`);
  });

  test('a short or monotonous secret is refused and not repeated', () => {
    for (const weak of ['too-short', 'ab'.repeat(20)]) {
      expect(problem({ ASSAY_SECRET: weak })).toMatch(/^ASSAY_SECRET must have at least 32/);
      expect(problem({ ASSAY_SECRET: weak })).not.toContain(weak);
    }
  });

  test('an unknown flag is named, and every problem is told at once', () => {
    expect(problem({ PORT: 'x' }, ['--nodemo']).split('\n')).toEqual([
      '"--nodemo" is not an option. The one there is: --no-demo.',
      expect.stringContaining('PORT is "x"'),
    ]);
  });
});

describe('the kept secret', () => {
  test('is made once, for the owner alone, and is the same at the next start', async () => {
    await using folder = await temporaryFolder();
    const env = { DATA_DIR: join(folder.path, 'data') };
    const first = readSettings(env, []).secret;
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(readSettings(env, []).secret).toBe(first);
    const file = join(env.DATA_DIR, 'secret');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, 'utf8')).trim()).toBe(first);
  });

  test('a weak one on disk is refused with how to mend it', async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'secret'), 'changeme');
    expect(() => readSettings({ DATA_DIR: folder.path }, [])).toThrow(/too weak. Delete that file/);
  });

  test('a data folder that cannot be one is named', async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'file'), '');
    await mkdir(join(folder.path, 'x'));
    expect(() => readSettings({ DATA_DIR: join(folder.path, 'file') }, [])).toThrow(/DATA_DIR is/);
  });
});
