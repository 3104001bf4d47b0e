export { allowable, areaResult, profileOf, type Allowances, type AreaResult, type Unmet } from './area.ts';
export { bankOf, emptyBank, referralOf, scopeBeside, type Bank, type Referral, type Scope } from './bank.ts';
export { explain, type AreaLine, type Explanation, type GateLine, type StandardLine } from './explanation.ts';
export { type Ground, type Grounds, type Mark, type Settled } from './ground.ts';
export { resultOf, type Findings, type Outcome, type Reason, type Result } from './outcome.ts';
export { scoringSentences } from './scoring.rules.ts';
export { standardAchieved, unscored, type Scores } from './standard.ts';
export { sufficiency, type Sufficiency } from './sufficiency.ts';
