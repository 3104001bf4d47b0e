import { FileStore as TusFiles } from '@tus/file-store';
import { Server } from '@tus/server';
import { asTrouble } from '../../api/errors.ts';
import type { World } from '../../world.ts';

/** What is thrown to the protocol's server to make it answer with this status and sentence. */
class Refused extends Error {
  override name = 'Refused';
  readonly status_code: number;
  readonly body: string;

  constructor(status: number, error: string) {
    super(error);
    this.status_code = status;
    this.body = JSON.stringify({ error });
  }
}

const statusOf = {
  nameless: 400,
  empty: 400,
  typeRefused: 415,
  tooLarge: 413,
  tooMany: 413,
  tooMuch: 413,
} as const;

/** The protocol's own refusals, as sentences. */
const sentences: Readonly<Record<number, string>> = {
  400: 'This upload is not well formed.',
  403: 'This part of an upload does not say what it is.',
  404: 'There is no such upload of yours.',
  409: 'This part does not begin where the upload ends. Ask how far it is, and go on from there.',
  410: 'There is no such upload of yours.',
  412: 'This is not an upload in parts: the header Tus-Resumable is missing.',
  413: 'This is more than was announced for this upload.',
  501: 'This way of uploading is not offered. Announce the length at the beginning, and send one part after the other.',
};

const wrong = 'Something went wrong with this upload. Go on with it, or try again.';

/**
 * The tus protocol (resumable uploads, tus.io) in front of the world's receiving.
 *
 * @param personOf who sent a request; the caller has seen to it that they are signed in and that the upload is theirs.
 */
export function uploadProtocol(
  world: Pick<World, 'receiving' | 'settings' | 'log' | 'dialect'>,
  { path, personOf }: { readonly path: string; readonly personOf: (request: Request) => string },
): (request: Request) => Promise<Response> {
  const { receiving, settings, log, dialect } = world;
  const datastore = new TusFiles({ directory: receiving.folder });
  // How much is coming must be known at the beginning. Age is ours to judge, by the table of uploads.
  datastore.extensions = ['creation', 'creation-with-upload', 'termination'];
  const server = new Server({
    path,
    datastore,
    relativeLocation: true,
    allowedOrigins: [...settings.origins],
    async onUploadCreate(request, { id, size = 0, metadata }) {
      const announced = { person: personOf(request), name: metadata?.['filename'] ?? '', bytes: size };
      const begun = await receiving.begin(id, announced);
      if (!begun.ok) throw new Refused(statusOf[begun.error], begun.says);
      return {};
    },
    async onUploadFinish(_request, { id }) {
      const settled = await receiving.settle(id);
      if (settled.status !== 200) throw new Refused(settled.status, settled.error);
      return {};
    },
    onResponseError(_request, error) {
      if ('status_code' in error) return undefined;
      const trouble = asTrouble(dialect, error);
      if (trouble !== null) return { status_code: 503, body: JSON.stringify({ error: trouble.message }) };
      log.error({ err: error }, 'an upload failed');
      return undefined;
    },
  });

  return async (request) => {
    const answer = await server.handleWeb(request);
    if (answer.status < 400) return answer;
    const headers = new Headers(answer.headers);
    headers.delete('Content-Length');
    headers.set('Content-Type', 'application/json');
    const said = await answer.text();
    const own = said.startsWith('{') ? said : JSON.stringify({ error: sentences[answer.status] ?? wrong });
    return new Response(request.method === 'HEAD' ? null : own, { status: answer.status, headers });
  };
}
