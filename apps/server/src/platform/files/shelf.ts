import type { Written } from './incoming.ts';

/** A part of a file in bytes from 0, its end included. */
export type Part = { readonly start: number; readonly end: number };

/** Where the bytes of a store lie. Knows places, not hashes: what is read from it is checked by the store. */
export type Shelf = {
  /** Takes a file from this machine and lays it at its place in one step, over whatever was there; `file.path` is gone afterwards. */
  put(place: string, file: Written): Promise<void>;
  /** Size in bytes, or null when nothing lies there. */
  bytes(place: string): Promise<number | null>;
  /** What lies there, as it is asked for. Call only where something does. */
  read(place: string, part?: Part): Promise<ReadableStream<Uint8Array>>;
  /** Takes away what lies there; nothing there is no error. */
  remove(place: string): Promise<void>;
  /** The path of a place on this machine, or null where it is on another. */
  pathOf(place: string): string | null;
};
