import { createOTP } from '@better-auth/utils/otp';
import { symmetricDecrypt } from 'better-auth/crypto';
import { z } from 'zod';
import type { Accounts } from './accounts.ts';

const table = 'twoFactor';
/** `verified` is false between making a secret and the first code from it. */
const kept = z.object({ secret: z.string(), verified: z.boolean().nullish() });

const account = z.object({ twoFactorEnabled: z.boolean().nullish() });

/** Whether better-auth's row of a person says that an authenticator is set up and was confirmed with a code. */
export const isEnrolled = (user: object): boolean => account.parse(user).twoFactorEnabled === true;

/** Whether a code is the one that the person's authenticator shows now; false for a person who has set none up. */
export async function verifyCode(auth: Accounts, personId: string, code: string): Promise<boolean> {
  const row = kept.nullable().parse(await find(auth, personId));
  if (row === null || row.verified === false) return false;
  const secret = await symmetricDecrypt({ key: auth.secretConfig, data: row.secret });
  return createOTP(secret).verify(code);
}

/** Takes a person's authenticator and backup codes away, for somebody who has lost both, and ends their sessions. */
export async function forgetSecondFactor(auth: Accounts, personId: string): Promise<void> {
  await auth.internalAdapter.updateUser(personId, { twoFactorEnabled: false });
  await auth.adapter.deleteMany({ model: table, where: [{ field: 'userId', value: personId }] });
  await auth.internalAdapter.deleteUserSessions(personId);
}

function find(auth: Accounts, personId: string): Promise<unknown> {
  return auth.adapter.findOne({ model: table, where: [{ field: 'userId', value: personId }] });
}
