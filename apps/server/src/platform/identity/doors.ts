import { oidcId } from './oidc.ts';

/** One of better-auth's endpoints that the outside may call. */
export type Door = {
  /** What of the body is handed on. better-auth takes more: addresses to redirect to, devices to trust, tokens to believe. */
  readonly fields: readonly string[];
  /** Whose wrong passwords and codes are counted: of the address that signs in, or of the person who is signed in. */
  readonly counts?: 'address' | 'person';
  /** Whether a person who has a second factor must have shown it in this very session. */
  readonly guarded?: true;
};

/**
 * What of better-auth the outside may call. It brings many more endpoints, and
 * a new version may bring others; each would be a door around our own rules
 * (a changed name, a deleted account), so what is not listed is not there.
 */
const doors: Readonly<Record<string, Door>> = {
  'POST /sign-in/email': { fields: ['email', 'password'], counts: 'address' },
  'POST /sign-out': { fields: [] },
  'GET /get-session': { fields: [] },
  'POST /change-password': {
    fields: ['currentPassword', 'newPassword', 'revokeOtherSessions'],
    counts: 'person',
    guarded: true,
  },
  'POST /two-factor/enable': { fields: ['password'], counts: 'person' },
  'POST /two-factor/verify-totp': { fields: ['code'], counts: 'person' },
  'POST /two-factor/verify-backup-code': { fields: ['code'], counts: 'person' },
  'POST /two-factor/generate-backup-codes': { fields: ['password'], counts: 'person', guarded: true },
  'POST /two-factor/disable': { fields: ['password'], counts: 'person', guarded: true },
};

const signOnDoors: Readonly<Record<string, Door>> = {
  'POST /sign-in/social': { fields: ['to'] },
  [`GET /callback/${oidcId}`]: { fields: [] },
};

/** The door of a method and path below `/api/auth`; undefined where there is none. */
export function doorAt(method: string, path: string, signOn: boolean): Door | undefined {
  const name = `${method} ${path}`;
  return doors[name] ?? (signOn ? signOnDoors[name] : undefined);
}
