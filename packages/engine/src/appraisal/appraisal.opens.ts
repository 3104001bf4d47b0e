import { addDays, type AppraisalId, type PersonId } from '../kernel/index.ts';
import type { OpenAppraisal } from './appraisal.commands.ts';
import type { AppraisalCarriedForward } from './appraisal.facts.ts';

/** What next year's appraisal is called, and who reviews it; often the same person, but that is the provider's to say. */
export interface NextYear {
  readonly appraisal: AppraisalId;
  readonly reviewer: PersonId;
  readonly appointed: boolean;
}

/** A year that is carried forward opens the next, on the day after its period ends. */
export function opensNextYear(carried: AppraisalCarriedForward, next: NextYear): OpenAppraisal {
  const { appraisal, objectives, agreed, practitioner, provider, period, by, at } = carried;
  return {
    type: 'OpenAppraisal',
    ...next,
    practitioner,
    provider,
    from: addDays(period.until, 1),
    carried: { appraisal, objectives, agreed },
    by: { ...by, role: 'system' },
    at,
  };
}
