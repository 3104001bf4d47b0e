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

const read = (text: string): unknown => {
  try {
    return JSON.parse(text);
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

/** Sends one file. XMLHttpRequest, for fetch tells nothing of how far an upload is. Answers how to stop it. */
export const upload = (file: File, { onProgress, onDone, onRefused }: Handlers): (() => void) => {
  const request = new XMLHttpRequest();
  request.open('POST', `/api/files?name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
  request.addEventListener('load', () => {
    const answer = read(request.responseText);
    if (request.status === 201 && isContent(answer)) return onDone(answer);
    const says = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null;
    onRefused(typeof says === 'string' ? says : `The server answered ${request.status}.`);
  });
  request.addEventListener('error', () => onRefused('The server did not answer. Try this file again.'));
  request.send(file);
  return () => request.abort();
};
