import type { World } from '../world.ts';
export async function loadDemo(_world: World): Promise<void> {}
export async function unload(_world: World): Promise<void> {}
export async function greeting(_world: World): Promise<string> { return ''; }
