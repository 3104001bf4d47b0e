import { createHmac } from 'node:crypto';

/**
 * The headers that prove where a message comes from and that it is whole, by the Standard Webhooks scheme.
 *
 * @param secret `whsec_` and the key in base64.
 * @param id the same for every attempt at one message; without a full stop.
 * @param at when it is sent, in seconds since 1970.
 */
export function signatureHeaders(secret: string, id: string, at: number, body: string): Record<string, string> {
  const key = Buffer.from(secret.slice(secret.indexOf('_') + 1), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': `v1,${signature}` };
}

/**
 * An endpoint's secret, derived from the installation's own: whoever reads the database finds none, and whoever changes
 * ASSAY_SECRET gives every endpoint a new one.
 */
export function endpointSecret(installation: string, endpoint: string): string {
  return `whsec_${createHmac('sha256', installation).update(`webhook endpoint ${endpoint}`).digest('base64')}`;
}
