import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { endpointSecret, signatureHeaders } from './signature.ts';

const at = Date.parse('2026-03-10T09:00:00.000Z') / 1000;
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: at * 1000 }));
afterEach(() => vi.useRealTimers());

const body = JSON.stringify({ type: 'AwardPassed', data: { says: 'naïve ✓' } });

describe('a signature', () => {
  test('is the one that the Standard Webhooks library expects', () => {
    const secret = endpointSecret('an installation’s secret of many letters', 'e1');
    const headers = signatureHeaders(secret, 'msg_1', at, body);
    expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
    expect(headers['webhook-signature']).toBe(new Webhook(secret).sign('msg_1', new Date(at * 1000), body));
  });

  test('is of no use for another text, time, id or endpoint', () => {
    const secret = endpointSecret('an installation’s secret of many letters', 'e1');
    const headers = signatureHeaders(secret, 'msg_1', at, body);
    const webhook = new Webhook(secret);
    expect(() => webhook.verify(`${body} `, headers)).toThrow('No matching signature');
    expect(() => webhook.verify(body, { ...headers, 'webhook-timestamp': String(at + 1) })).toThrow('No matching');
    expect(() => webhook.verify(body, { ...headers, 'webhook-id': 'msg_2' })).toThrow('No matching');
    const other = endpointSecret('an installation’s secret of many letters', 'e2');
    expect(() => new Webhook(other).verify(body, headers)).toThrow('No matching');
  });

  test('comes from a secret of 256 bits that changes with the installation’s', () => {
    const secret = endpointSecret('one installation', 'e1');
    expect(secret).toMatch(/^whsec_/);
    expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
    expect(endpointSecret('one installation', 'e1')).toBe(secret);
    expect(endpointSecret('another installation', 'e1')).not.toBe(secret);
  });
});
