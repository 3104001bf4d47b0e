/**
 * The order of the rooms, declared once. A room may import from the rooms before it, never from one after it.
 * The lint rule `assay/flow-order`, the README's drawing and the map of rooms are read from here.
 */
export const stages = ['enrolment', 'evidence', 'submission', 'review', 'moderation', 'award'] as const;

export type Stage = (typeof stages)[number];

/** Every folder of `src`, in import order. */
export const rooms = ['kernel', 'scoring', ...stages, 'permissions', 'testing'] as const;
