/**
 * The order of the rooms, declared once. A room may import from the rooms before it, never from one after it.
 * The lint rule `assay/flow-order`, the README's drawing and the map of rooms are read from here.
 */
export const stages = ['enrolment', 'evidence', 'submission', 'review', 'moderation', 'award'] as const;

export type Stage = (typeof stages)[number];

/** Small workflows of the same form that stand beside the flow: each sets holds, time or banked standards in it. */
export const sideRooms = ['prior-learning', 'circumstances', 'malpractice', 'appraisal'] as const;

/** Every folder of `src`, in import order. */
export const rooms = [
  'kernel',
  'scoring',
  'enrolment',
  'evidence',
  'submission',
  'prior-learning',
  'circumstances',
  'review',
  'moderation',
  'award',
  'malpractice',
  'appraisal',
  'permissions',
  'testing',
] as const satisfies readonly (Stage | (typeof sideRooms)[number] | 'kernel' | 'scoring' | 'permissions' | 'testing')[];
