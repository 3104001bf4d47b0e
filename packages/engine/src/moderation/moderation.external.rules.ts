import { rule } from '../kernel/index.ts';
import type { ApproveRelease, DrawExternalSample, ReportOnPortfolio, WithholdRelease } from './moderation.commands.ts';
import type { Batch } from './moderation.facts.ts';

const given = (text: string) => text.trim() !== '';

export const externalSeedIsGiven = rule<Batch, DrawExternalSample>({
  id: 'MOD-27',
  says: 'An external sample is drawn with a seed that the external moderator gives.',
  holds: (_batch, { seed }) => given(seed),
});

export const portfolioIsInExternalSample = rule<Batch, ReportOnPortfolio>({
  id: 'MOD-28',
  says: 'An external moderator reports on portfolios of the external sample.',
  holds: ({ external }, { submission }) => external?.sample.some((drawn) => drawn.submission === submission) === true,
});

export const reportSaysSomething = rule<Batch, ReportOnPortfolio>({
  id: 'MOD-29',
  says: 'A report on a portfolio says what the external moderator found.',
  holds: (_batch, { says }) => given(says),
});

export const releaseIsReported = rule<Batch, ApproveRelease | WithholdRelease>({
  id: 'MOD-30',
  says: 'A release is approved or withheld with a report.',
  holds: (_batch, { report }) => given(report),
});

/** What an external moderator has not agreed with yet, or has not looked at. */
const notAgreed = ({ external }: Batch) =>
  (external?.sample ?? []).flatMap(({ submission }, place) => (external?.agrees[place] === true ? [] : [submission]));

export const everyPortfolioIsAgreedWith = rule<Batch, ApproveRelease>({
  id: 'MOD-31',
  says: 'A release is approved when the external moderator agrees with every portfolio of their sample.',
  holds: (batch) => notAgreed(batch).length === 0,
  detail: (batch) => `Not so yet: ${notAgreed(batch).join(', ')}.`,
});
