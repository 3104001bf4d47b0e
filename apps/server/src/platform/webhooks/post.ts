import http from 'node:http';
import https from 'node:https';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { DeliveryError } from '../deliveryError.ts';
import { checkedAddresses, systemResolve, type Resolve } from './resolve.ts';
import type { Reach } from './target.ts';

/** Sends JSON to an endpoint. Resolves when it answered with 2xx; throws DeliveryError otherwise. */
export type Post = (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<void>;

/** How much of an answer is read, only to be thrown away: enough to let a polite server finish its sentence. */
const mostRead = 64 * 1024;

/**
 * Opens the way to endpoints. `limit` is the time for all of it, looking the name up included, in milliseconds. Each
 * message has a connection of its own, made to an address that was checked; redirects are not followed.
 */
export function openPost(
  reach: Reach,
  { resolve = systemResolve, limit = 10_000 }: { readonly resolve?: Resolve; readonly limit?: number } = {},
): Post {
  return async (address, headers, body) => {
    const url = new URL(address);
    const signal = AbortSignal.timeout(limit);
    try {
      const addresses = await within(signal, checkedAddresses(url, reach, resolve));
      const status = await answerOf(url, addresses, headers, body, signal);
      if (status >= 200 && status < 300) return;
      // 410 says that nobody listens there any more.
      throw new DeliveryError(`The endpoint answered ${status}.`, { permanent: status === 410 });
    } catch (error) {
      if (error instanceof DeliveryError) throw error;
      if (signal.aborted)
        throw new DeliveryError(`The endpoint did not answer within ${limit / 1000} s.`, { cause: error });
      const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
      throw new DeliveryError(`The endpoint could not be reached${code}.`, { cause: error });
    }
  };
}

/** The status with which the endpoint answered. What it says beyond that is nobody's business. */
function answerOf(
  url: URL,
  addresses: readonly LookupAddress[],
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): Promise<number> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      // A fresh connection: a kept one, or a proxy, would lead to an address that was not checked now.
      agent: false,
      lookup: only(addresses),
      signal,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Assay',
        ...headers,
      },
    });
    let answered = false;
    // Once it has answered, that the rest broke off changes nothing.
    sent.on('error', (error) => {
      if (!answered) reject(error);
    });
    sent.once('response', (answer) => {
      const { statusCode = 0 } = answer;
      answered = true;
      let read = 0;
      answer.on('data', (chunk: Buffer) => {
        read += chunk.length;
        if (read > mostRead) answer.destroy();
      });
      answer.on('error', () => {});
      answer.once('close', () => resolve(statusCode));
    });
    sent.end(body);
  });
}

/** Answers a socket's question for a host with the addresses that were checked. */
function only(addresses: readonly LookupAddress[]): LookupFunction {
  const [first] = addresses;
  return (_host, options, answer) => {
    if (options.all === true) answer(null, [...addresses]);
    else answer(null, first?.address ?? '', first?.family);
  };
}

function within<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
