import type { Pool, PoolClient } from 'pg';
import { isStalePlan } from './errors.ts';

/** Far more texts than the server has; a bound only so that generated SQL cannot fill the database's memory. */
const mostKept = 500;

/**
 * A pool whose connections prepare each SQL text once, under a name, and reuse it. A connection whose kept statement
 * no longer fits its table is thrown away when it is given back.
 */
export function withKeptStatements(pool: Pool): Pool {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostKept) return known;
    const fresh = `kept_${names.size}`;
    names.set(text, fresh);
    return fresh;
  };
  const known = new WeakMap<PoolClient, PoolClient>();
  return new Proxy(pool, {
    get(target, key) {
      if (key !== 'connect') return bound(target, key);
      return async () => {
        const client = await target.connect();
        const naming = known.get(client) ?? withNames(client, nameOf);
        known.set(client, naming);
        return naming;
      };
    },
  });
}

function withNames(client: PoolClient, nameOf: (text: string) => string | undefined): PoolClient {
  let stale = false;
  const query = async (text: string, values: readonly unknown[]) => {
    const name = nameOf(text);
    try {
      return await client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
    } catch (error) {
      stale ||= isStalePlan(error);
      throw error;
    }
  };
  return new Proxy(client, {
    get(target, key) {
      if (key === 'query') return query;
      if (key === 'release') return (destroy?: boolean) => target.release(destroy === true || stale);
      return bound(target, key);
    },
  });
}

function bound(target: object, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key, target);
  return typeof value === 'function' ? value.bind(target) : value;
}
