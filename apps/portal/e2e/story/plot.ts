/** What the story is about; each chapter reads it and none changes it. */
export const candidate = {
  name: 'Nadia Demo-Test',
  email: 'nadia.demo@demo.example',
  password: 'three wooden boats at noon',
} as const;

export const provider = 'Margaret Demo-Ellery';
export const moderator = 'Siân Demo-Prosser';
export const moderatorsPassword = 'assay demo 2026';

/** The standard that the moderator asks about, and what is asked and answered. */
export const queried = {
  standard: 'LLD.S2',
  says: 'Which of the two sources shows the change over time? Please name the place.',
  answer: 'The discussion shows it: asked about the year, she set the first survey beside the last.',
} as const;

/** A day so many days before today, as a date field takes it. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
