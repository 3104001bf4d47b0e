import { DetailedError, Upload } from 'tus-js-client';

import type { Content } from '../../shared/server.ts';

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' &&
  value !== null &&
  'hash' in value &&
  typeof value.hash === 'string' &&
  'bytes' in value &&
  typeof value.bytes === 'number' &&
  'mediaType' in value &&
  typeof value.mediaType === 'string' &&
  'name' in value &&
  typeof value.name === 'string';

const sentenceIn = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'error' in value && typeof value.error === 'string'
    ? value.error
    : null;

const read = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
};

type Handlers = {
  readonly onProgress: (fraction: number) => void;
  readonly onDone: (content: Content) => void;
  /** The sentence that says why. */
  readonly onRefused: (says: string) => void;
};

const lost = 'The server did not answer. Try this file again: what has arrived is not sent twice.';

/** After how long a broken upload goes on by itself, time after time, in milliseconds. */
const pauses = [0, 1000, 3000, 5000, 10_000, 20_000];

/**
 * Sends one file by the tus protocol. A line that breaks is taken up where it broke, and so is the same file when it is
 * chosen again after the page was closed. Answers how to stop it, which gives up what has arrived.
 */
export const upload = (file: File, { onProgress, onDone, onRefused }: Handlers): (() => void) => {
  const sending = new Upload(file, {
    endpoint: '/api/uploads',
    metadata: { filename: file.name },
    retryDelays: pauses,
    removeFingerprintOnSuccess: true,
    onProgress: (sent, total) => onProgress(total === 0 ? 0 : sent / total),
    onSuccess: () => void settled(),
    onError: (error) => {
      const answer = error instanceof DetailedError ? error.originalResponse : null;
      onRefused(answer ? (sentenceIn(read(answer.getBody())) ?? `The server answered ${answer.getStatus()}.`) : lost);
    },
  });

  /** Asks what became of it: the answer to the last part tells only that it arrived, and may have been lost. */
  const settled = async () => {
    const response = await fetch(sending.url ?? '').catch(() => null);
    const answer = read(await response?.text().catch(() => ''));
    if (response?.ok === true && isContent(answer)) return onDone(answer);
    onRefused(response === null ? lost : (sentenceIn(answer) ?? `The server answered ${response.status}.`));
  };

  const stopping = new AbortController();
  const begin = async () => {
    const [before] = await sending.findPreviousUploads();
    if (stopping.signal.aborted) return;
    if (before !== undefined) sending.resumeFromPreviousUpload(before);
    sending.start();
  };
  void begin();
  return () => {
    stopping.abort();
    void sending.abort(true).catch(() => undefined);
  };
};
