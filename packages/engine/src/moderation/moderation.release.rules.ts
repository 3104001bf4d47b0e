import { rule } from '../kernel/index.ts';
import type { ProposeRelease } from './moderation.commands.ts';
import type { Batch } from './moderation.facts.ts';

export const secondPersonIsAskedFor = rule<Batch, ProposeRelease>({
  id: 'MOD-32',
  says: 'A release is proposed where the scheme asks for a second person; elsewhere one moderator releases.',
  holds: (_batch, _command, { release }) => release.secondPerson,
});

export const proposalIsWhatWasSeen = rule<Batch, ProposeRelease>({
  id: 'MOD-33',
  says: 'What is proposed for release is what was seen: the digests are equal.',
  holds: (_batch, { seen, shown }) => seen === shown,
});
