import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The installation's own key. What it signs, anybody can check with its public half. */
export interface SigningKey {
  /** Ed25519, 32 bytes in base64url. */
  readonly publicKey: string;
  /** The signature of a text, base64url. */
  sign(text: string): string;
}

const keyFile = (dataDir: string) => join(dataDir, 'audit-key');
const trustedFile = (dataDir: string) => join(dataDir, 'trusted-keys');

/**
 * The Ed25519 key in `dataDir/audit-key`, made on the first call and readable by its owner alone. It is no part of a
 * backup: whoever finds one must not be able to sign.
 *
 * @throws the file system's error where the folder cannot be written, and an Error where the file holds no such key.
 */
export function openSigningKey(dataDir: string): SigningKey {
  const file = keyFile(dataDir);
  if (!existsSync(file)) makeKey(dataDir, file);
  const secret = readKey(file);
  const { x } = createPublicKey(secret).export({ format: 'jwk' });
  if (secret.asymmetricKeyType !== 'ed25519' || x === undefined) throw new Error(mend(file));
  return { publicKey: x, sign: (text) => sign(null, Buffer.from(text), secret).toString('base64url') };
}

const mend = (file: string) => `${file} holds no Ed25519 key. Move it away, and the next start makes one.`;

function readKey(file: string): KeyObject {
  const text = readFileSync(file, 'utf8');
  try {
    return createPrivateKey(text);
  } catch (error) {
    throw new Error(mend(file), { cause: error });
  }
}

/** Written aside and linked into place: of two processes that start together one makes the key, and both read it. */
function makeKey(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true });
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(aside, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(aside, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Whether a signature is that of a public key over a text; false for anything that is no key. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  if (!/^[\w-]{43}$/.test(publicKey)) return false;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
}

/** The public keys that this installation believes: its own, and those in `dataDir/trusted-keys`, one a line. */
export function trustedKeys(dataDir: string): ReadonlySet<string> {
  const kept = existsSync(trustedFile(dataDir)) ? readFileSync(trustedFile(dataDir), 'utf8').split(/\s+/) : [];
  return new Set([openSigningKey(dataDir).publicKey, ...kept.filter((key) => key !== '')]);
}

/** Believes the keys with which a restored record was signed. */
export function trustKeys(dataDir: string, keys: readonly string[]): void {
  const known = trustedKeys(dataDir);
  const more = keys.filter((key) => !known.has(key));
  if (more.length > 0) writeFileSync(trustedFile(dataDir), `${more.join('\n')}\n`, { flag: 'a', mode: 0o600 });
}
