import type { Statement } from '../../../apps/server/src/testing/statements.ts';

/** An installation: a folder, its database's address, and which sort of database that is. */
export interface Place {
  readonly kind: 'sqlite' | 'postgres';
  readonly path: string;
  readonly url: string;
  readonly candidates: number;
}

/** The screens that are measured, by what their user calls them. */
export const screens = ['cohort', 'queue', 'matrix', 'marking'] as const;
export type Screen = (typeof screens)[number];

/** A question that a screen asks. */
export interface Question {
  readonly screen: Screen;
  readonly path: string;
}

/** Somebody who is signed in, and what they ask, one after the other and from the beginning again. */
export interface Visitor {
  readonly email: string;
  readonly cookie: string;
  readonly questions: readonly Question[];
}

/** Statements of one question. */
export type Script = readonly Statement[];
