export { areaResult, profileOf, type AreaResult } from './area.ts';
export { resultOf, type Findings, type Outcome, type Reason, type Result } from './outcome.ts';
export { standardAchieved, unscored, type Scores } from './standard.ts';
export { sufficiency, type Sufficiency } from './sufficiency.ts';
export { scoringSentences } from './scoring.rules.ts';
