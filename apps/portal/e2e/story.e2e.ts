import { test } from './fixtures.ts';
import * as assessor from './story/assessor.ts';
import * as candidate from './story/candidate.ts';
import * as moderator from './story/moderator.ts';
import * as provider from './story/provider.ts';

// Four people's work of weeks: a minute and a half where the machine has nothing else to do.
test.setTimeout(900_000);
test.use({ expected: ['422 moderation.signOff', '422 moderation.release'] });

test('a candidate is enrolled, submits, is assessed and moderated, and reads the result', async ({ newcomer }) => {
  const [providers, candidates, assessors, moderators] = [
    await newcomer(),
    await newcomer(),
    await newcomer(),
    await newcomer(),
  ];

  const { cohort, invitation } = await test.step('the provider enrols', () => provider.enrol(providers));

  await test.step('the candidate takes up the invitation', () => candidate.accept(candidates, invitation));
  await test.step('the candidate uploads a PDF', () => candidate.uploadDocument(candidates));
  await test.step('the candidate writes accounts', () => candidate.writeAccounts(candidates));
  await test.step('the candidate claims from the item', () => candidate.claimFromItem(candidates));
  await test.step('the candidate claims from the matrix', () => candidate.claimFromMatrix(candidates));
  await test.step('the candidate declares and submits', () => candidate.declareAndSubmit(candidates));

  const name = await test.step('the provider accepts and allocates', () => provider.acceptAndAllocate(providers));

  await test.step('the assessor declares no conflict', () => assessor.begin(assessors, name));
  await test.step('the assessor reads the PDF', () => assessor.readDocument(assessors));
  await test.step('the assessor records visit and discussion', () => assessor.recordOccasions(assessors));
  await test.step('nothing is judged yet', () => assessor.seeWhatIsMissing(assessors, ['REV-13', 'REV-14', 'R13']));
  await test.step('the assessor judges by keyboard', () => assessor.judgeByKeyboard(assessors));
  await test.step('gates and coverage are missing', () => assessor.seeWhatIsMissing(assessors, ['REV-14', 'R13']));
  await test.step('the assessor judges the gates', () => assessor.judgeGates(assessors));
  await test.step('coverage is missing', () => assessor.seeWhatIsMissing(assessors, ['R13']));
  await test.step('the assessor notes the coverage', () => assessor.noteCoverage(assessors));
  await test.step('the assessor seals', () => assessor.seal(assessors));

  await test.step('the moderator plans and draws', () => moderator.planAndDraw(moderators, cohort));
  await test.step('the moderator sends one standard back', () => moderator.sendBack(moderators));
  await test.step('the assessor answers and seals again', () => assessor.answerQuery(assessors));
  await test.step('the moderator upholds', () => moderator.uphold(moderators));
  await test.step('the moderator grants a direct claim', () => moderator.grantDirectClaim(moderators));
  await test.step('the moderator signs off', () => moderator.signOff(moderators));
  await test.step('the moderator releases', () => moderator.release(moderators));

  await test.step('the candidate reads the result', () => candidate.readResult(candidates));
});
