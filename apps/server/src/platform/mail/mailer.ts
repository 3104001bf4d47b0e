import { createTransport } from 'nodemailer';
import type { Settings } from '../settings.ts';
import { explained } from './errors.ts';

/** One mail to one person. `id` becomes the Message-ID: a second copy under the same one can be recognised. */
export interface Letter {
  /** Letters, digits, `-` and `_`. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Mailer {
  /** Resolves when the mail server has taken the letter. Throws DeliveryError. */
  send(letter: Letter): Promise<void>;
}

/** How long one letter may take, in milliseconds. */
const limit = 30_000;

/** Sends over SMTP, each letter on a connection of its own. Nothing is connected to before the first. */
export function openMailer({ url, from }: NonNullable<Settings['mail']>): Mailer {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const transport = createTransport({
    url,
    requireTLS: sendsPasswordAbroad(url),
    dnsTimeout: limit,
    connectionTimeout: limit,
    greetingTimeout: limit,
    socketTimeout: limit,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, to, subject, text, html }) {
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          from: { name: 'Assay', address: from },
          to: { name: to.name, address: to.address },
          subject,
          text,
          html,
          // Nobody's holiday note answers a machine.
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(limit),
        });
      } catch (error) {
        throw explained(error);
      }
    },
  };
}

/** A password goes to another machine encrypted or not at all. */
function sendsPasswordAbroad(url: string): boolean {
  const { protocol, password, hostname } = new URL(url);
  return protocol === 'smtp:' && password !== '' && !/^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
}
