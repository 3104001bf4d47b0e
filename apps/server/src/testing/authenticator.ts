import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';

/** An authenticator app on somebody's phone, set up from the address that a page shows as text and picture. */
export function authenticator(uri: string) {
  const secret = new URL(uri).searchParams.get('secret');
  if (secret === null) throw new Error(`${uri} carries no secret`);
  const app = createOTP(base32.decode(secret));
  return {
    code: () => app.totp(),
    /** Six digits that it shows neither now nor a few minutes before or after. */
    async wrong(): Promise<string> {
      const now = Math.floor(Date.now() / 30_000);
      const shown = await Promise.all(Array.from({ length: 21 }, (_none, place) => app.hotp(now - 10 + place)));
      for (let guess = 0; ; guess += 1) {
        const digits = String(guess).padStart(6, '0');
        if (!shown.includes(digits)) return digits;
      }
    },
  };
}
