import { once } from 'node:events';
import type { Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What a mail server does with the next mail: takes it, refuses it with a code, or breaks the connection. */
export type Manners =
  | 'take'
  | { readonly refuse: 'sender' | 'recipient' | 'mail'; readonly code: number; readonly says: string }
  /** `inData` before it has all of it, `afterData` with all of it and before it says so. */
  | { readonly cut: 'inData' | 'afterData' };

/** A mail as it was received; in `read` the soft line breaks and escapes of quoted-printable are undone. */
export interface ReceivedMail {
  readonly to: readonly string[];
  readonly messageId: string;
  readonly source: string;
  readonly read: string;
}

/** A mail server on this machine. Every mail meets the next of `manners`; when they have run out it is taken. */
export async function mailServer(...manners: Manners[]) {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let now: Manners = 'take';
  const refused = (part: string) => {
    if (now === 'take' || !('refuse' in now) || now.refuse !== part) return null;
    return Object.assign(new Error(now.says), { responseCode: now.code });
  };
  const cut = (moment: string) => {
    if (now === 'take' || !('cut' in now) || now.cut !== moment) return false;
    for (const socket of sockets) socket.destroy();
    return true;
  };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    // Whoever gives a password gives a wrong one.
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: ({ username }, _session, callback) => callback(new Error(`who is ${username}?`)),
    onMailFrom(_address, _session, callback) {
      now = manners.shift() ?? 'take';
      callback(refused('sender'));
    },
    onRcptTo: (_address, _session, callback) => callback(refused('recipient')),
    onData(stream, session, callback) {
      if (cut('inData')) return;
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('end', () => {
        const no = refused('mail');
        if (no !== null) return callback(no);
        const source = Buffer.concat(chunks).toString('latin1').replaceAll('\r\n', '\n');
        const messageId = /^Message-ID: (\S+)$/im.exec(source)?.[1] ?? '';
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          messageId,
          source,
          read: decoded(source),
        });
        if (!cut('afterData')) callback(null);
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    manners,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function decoded(source: string): string {
  const bytes = source
    .replaceAll('=\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
