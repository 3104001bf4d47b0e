import { expect } from 'vitest';
import type { World } from '../world.ts';
import { rebuilt } from './rebuilt.ts';

/** Fails where the record is broken, or the read models are not what the facts alone lead to. */
export async function expectWhole(world: World): Promise<void> {
  const { audited, before, after } = await rebuilt(world);
  expect(audited).toMatchObject({ ok: true });
  expect(after).toEqual(before);
}
