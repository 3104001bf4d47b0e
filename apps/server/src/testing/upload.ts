/**
 * Brings a file as the tus protocol allows a small one to be brought, in the request that announces it, and asks what
 * became of it.
 *
 * @returns the refusal, or what GET answers.
 */
export async function uploadTo(
  ask: (path: string, init: RequestInit) => Response | Promise<Response>,
  given: { readonly name: string; readonly body: Uint8Array<ArrayBuffer>; readonly headers: Record<string, string> },
): Promise<Response> {
  const { name, body, headers } = given;
  const begun = await ask('/api/uploads', {
    method: 'POST',
    headers: {
      ...headers,
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(body.byteLength),
      'Upload-Metadata': `filename ${Buffer.from(name).toString('base64')}`,
      'Content-Type': 'application/offset+octet-stream',
    },
    body,
  });
  const address = begun.headers.get('location');
  return begun.status === 201 && address !== null ? ask(address, { headers }) : begun;
}
