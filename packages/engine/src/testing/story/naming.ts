import type { AnyCommand, PersonId, Role } from '../../kernel/index.ts';

/** Where a command names a person to whom it gives a part: the field, and the role that they act in from then on. */
export interface Naming {
  readonly field: string;
  readonly role: Role;
}

/** Commands that give somebody a part on a portfolio. */
export const namings: Readonly<Record<string, readonly Naming[]>> = {
  EnrolCandidate: [{ field: 'candidate', role: 'candidate' }],
  AllocatePriorLearning: [{ field: 'assessor', role: 'assessor' }],
  AllocateAssessor: [{ field: 'assessor', role: 'assessor' }],
  AllocateReviewer: [{ field: 'reviewer', role: 'moderator' }],
  AllocateOfficer: [{ field: 'officer', role: 'moderator' }],
  ConvenePanel: [
    { field: 'members', role: 'moderator' },
    { field: 'members', role: 'externalModerator' },
  ],
  OpenAppraisal: [
    { field: 'reviewer', role: 'assessor' },
    { field: 'practitioner', role: 'candidate' },
  ],
};

/** A person in the place of whoever a field names. */
export interface Named {
  readonly person: PersonId;
  readonly field: string;
}

/** The same command with this person named in it; in a panel, as the one of its members who is connected to nobody. */
export function naming<Command extends AnyCommand>(command: Command, { person, field }: Named): Command {
  const named: Command = JSON.parse(JSON.stringify(command), (key, value: unknown) => {
    if (key !== field) return value;
    if (!Array.isArray(value)) return person;
    return value.map((member: { readonly connected: boolean }) => (member.connected ? member : { ...member, person }));
  });
  return named;
}
