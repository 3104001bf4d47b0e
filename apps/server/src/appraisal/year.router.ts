import { z } from 'zod';
import { calendarDay, prose } from '../api/input.ts';
import { mine, step } from '../api/trpc.ts';
import { acted, levels, objective } from './appraisal.input.ts';
import { changeAppraisal } from './appraisal.use.ts';

const occasion = acted.extend({ on: calendarDay, account: prose });

/** The second half of a year: talked over, agreed, looked at again, carried forward; and taken away, from anywhere. */
export const yearProcedures = {
  recordMeeting: mine
    .input(occasion)
    .mutation(
      step((unit, { appraisal, seen, on, account }) =>
        changeAppraisal(unit, appraisal, seen, (by, at) => ({ type: 'RecordMeeting', on, account, by, at })),
      ),
    ),
  setObjective: mine
    .input(
      acted.extend({
        objective,
        aim: prose,
        successMeasure: prose,
        support: prose,
        reachedBy: calendarDay,
        continues: objective.nullable(),
      }),
    )
    .mutation(
      step((unit, { appraisal, seen, objective: of, aim, successMeasure, support, reachedBy, continues }) =>
        changeAppraisal(unit, appraisal, seen, (by, at) => ({
          type: 'SetObjective',
          objective: of,
          aim,
          successMeasure,
          support,
          reachedBy,
          continues,
          by,
          at,
        })),
      ),
    ),
  dropObjective: mine
    .input(acted.extend({ objective }))
    .mutation(
      step((unit, { appraisal, seen, objective: of }) =>
        changeAppraisal(unit, appraisal, seen, (by, at) => ({ type: 'DropObjective', objective: of, by, at })),
      ),
    ),
  agreeProfile: mine
    .input(acted.extend({ levels }))
    .mutation(
      step((unit, { appraisal, seen, levels: settled }) =>
        changeAppraisal(unit, appraisal, seen, (by, at) => ({ type: 'AgreeProfile', levels: settled, by, at })),
      ),
    ),
  confirmProfile: mine
    .input(acted)
    .mutation(
      step((unit, { appraisal, seen }) =>
        changeAppraisal(unit, appraisal, seen, (by, at) => ({ type: 'ConfirmProfile', by, at })),
      ),
    ),
  recordMidYear: mine
    .input(occasion.extend({ progress: z.record(objective, z.enum(['behind', 'onTrack', 'met'])) }))
    .mutation(
      step((unit, { appraisal, seen, on, account, progress }) =>
        changeAppraisal(unit, appraisal, seen, (by, at) => ({ type: 'RecordMidYear', on, account, progress, by, at })),
      ),
    ),
  recordYearEnd: mine
    .input(occasion.extend({ met: z.record(objective, z.boolean()) }))
    .mutation(
      step((unit, { appraisal, seen, on, account, met }) =>
        changeAppraisal(unit, appraisal, seen, (by, at) => ({ type: 'RecordYearEnd', on, account, met, by, at })),
      ),
    ),
  carryForward: mine
    .input(acted)
    .mutation(
      step((unit, { appraisal, seen }) =>
        changeAppraisal(unit, appraisal, seen, (by, at) => ({ type: 'CarryForward', by, at })),
      ),
    ),
  withdraw: mine
    .input(acted.extend({ reason: prose }))
    .mutation(
      step((unit, { appraisal, seen, reason }) =>
        changeAppraisal(unit, appraisal, seen, (by, at) => ({ type: 'WithdrawAppraisal', reason, by, at })),
      ),
    ),
};
