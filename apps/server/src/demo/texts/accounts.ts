/**
 * Building blocks of the candidates' written accounts, by area: a heading, what is told, and the statements that it is
 * fairly claimed for. All invented for this demo: no place, person or family in it exists. See `vary.ts` for the
 * brackets.
 */
export interface Passage {
  readonly heading: string;
  /** Codes within the area: `S1`, `K2`, `Q3`. */
  readonly shows: readonly string[];
  readonly text: string;
}

export const passages: Readonly<Record<string, readonly Passage[]>> = {
  LLD: [
    {
      heading: 'Looking again at our play sessions',
      shows: ['S1', 'S2', 'K2', 'Q1'],
      text: 'I [began|started] with what children actually do. Over {4-6} weeks a teacher, a family support worker and I each watched the same sessions and compared notes. [We agreed on less than I had expected|Our notes differed more than any of us had expected]: I had counted busy children, and my colleague had counted conversations. We chose three things to change and left the rest alone. By the [spring|following] term the share of two-year-olds joining in talk with an adult had gone from {31-38} to {52-61} in a hundred of our observed minutes. The children whose families we see least gained least, and that became our next question.',
    },
    {
      heading: 'A safe place to be adventurous',
      shows: ['S3', 'K6', 'Q4'],
      text: 'Our garden was safe because [nobody could do much in it|there was very little to do in it]. I asked the staff to write down every time they said “be careful” and what they meant by it. With the health and safety lead I drew up a benefit and risk assessment for each part of the outdoor space, and we rehearsed the daily checks until they took {7-12} minutes. Accidents that needed first aid [did not rise|fell slightly] in the {6-9} months after, and the log shows that near misses are now reported, which they were not before.',
    },
    {
      heading: 'Parents as the first teachers',
      shows: ['S5', 'K1', 'K3'],
      text: 'We used to tell parents what their child had done. Now the [key person|room leader] asks first. Each half term a family brings something from home, [a photograph, a song or a short film|a drawing, a phrase or a short film on a phone], and the key person writes the next step with them. {64-78} in a hundred of the learning journeys now hold an entry by a parent. A father told us that he had never thought of bath time as mathematics. Staff found the change uncomfortable at first, and two training mornings on listening helped more than the new form did.',
    },
    {
      heading: 'From the sofa back to study',
      shows: ['S6', 'S9', 'Q5'],
      text: 'A family we worked with came for the toy library and stayed for nothing else. The mother had left school at fifteen and thought that courses were for other people. My outreach worker [sat with her through the first taster session|walked with her to the first taster session], and the adult learning tutor moved it to our building. Of {14-19} parents who began that year, {9-12} gained a certificate and {3-5} were in work by the summer. I weighed a larger course at the college against a small one here; the small one cost more for each learner, and nobody left it.',
    },
    {
      heading: 'Learning that is open to everyone',
      shows: ['S7', 'S4', 'K4', 'K5'],
      text: 'Our register showed {11-17} home languages and our displays showed [one|two]. I asked a group of parents to walk through the building and tell us where they felt expected. They named the entrance, the forms and the songs. We now [open every group with a greeting song chosen by a family|begin each group with a song that a family has taught us], and the story sacks carry recordings made by parents on our tablets. The centre’s learning culture is most visible to me in the kitchen, where volunteers and staff now plan the week together.',
    },
    {
      heading: 'My own learning',
      shows: ['S8', 'Q2', 'Q3'],
      text: 'I keep a [weekly|fortnightly] journal and take one page of it to my mentor. The page I least wanted to show was about a meeting that I had talked through from end to end. Since then I have asked a colleague to time me. I also joined a reading group of heads of centre, where we read one study a month and ask what it would change on Monday morning. [I have learned to arrive with a question rather than a plan|What I have learned most is to arrive with a question].',
    },
  ],
  SFC: [
    {
      heading: 'Finding the families we did not see',
      shows: ['S2', 'S6', 'K1'],
      text: 'We laid the list of new births beside our register, street by street, with the health visitors. [Two streets behind the depot|Three closes at the far end of our area] had {40-52} young children and almost no members. Knocking on doors brought us {6-9} families; a weekly hour in the launderette brought us {17-23}. After a year {71-79} in a hundred of the families in those streets had been reached, against {38-46} before, and more than half came again. I argued for keeping the hour although it looks expensive on paper, because these were the families for whom the centre was made.',
    },
    {
      heading: 'One plan around one family',
      shows: ['S3', 'S10', 'K4'],
      text: 'For a family we worked with there were [five|six] professionals and no shared plan. I offered our room and our family support worker as lead professional, and we used the common assessment framework with the parents at the table. They chose the order of the work: housing first, then speech, then sleep. Writing down what the family was already good at [changed the tone of every meeting|changed how all of us spoke]. At the review after {12-16} weeks four of five aims were met. The fifth was ours and not the family’s, and we took it off.',
    },
    {
      heading: 'What we do when we are worried',
      shows: ['S7', 'K3'],
      text: 'Every member of staff, every volunteer and the café team can say who to tell, within what time, and what to write down. I test this in supervision with [short cases|a short case each month] rather than with a quiz. When a concern was raised {2-4} times in one term about different families, I checked each step against the local procedures with the designated lead: the information was shared on the same day, the parents were told unless that would have put a child at risk, and the reason was recorded. One form had been locked in a drawer overnight before it reached the lead, and we changed the procedure that week.',
    },
    {
      heading: 'A programme people can read',
      shows: ['S4', 'S1', 'K2'],
      text: 'Our programme was a folded sheet in small print. A [parents’ forum|group of parents] tore it up, kindly. The new one is a calendar with pictures, in {4-6} languages and as a recorded message, and it hangs in the surgery, the mosque, the library and the chip shop. Attendance at groups that we had not changed in any other way went up by {14-22} in a hundred. The first sessions of the cookery and walking groups were led by parents, and {8-12} families told us that they now eat together on more days.',
    },
    {
      heading: 'The fathers’ group',
      shows: ['S5', 'Q1', 'Q2'],
      text: 'Fathers told us that the centre was kind and that it was not for them. Instead of a poster I gave three of them a small budget and the key for Saturday mornings. They built [a mud kitchen|a bug hotel and a bench], and it was they who asked for a session on sleep. Between {12-16} and {19-24} men now come. Their evaluation went to the governing body in their own words, and we moved two of our other groups to the evening as a result.',
    },
    {
      heading: 'Standing up to prejudice',
      shows: ['S8', 'S9', 'Q3', 'Q4'],
      text: 'When families from [a travelling community|a new community] joined the stay and play, two others said that they would leave. I spoke with each of them alone first. We agreed on a few plain rules of welcome with the whole group and wrote down how anyone could report harassment and what would follow. [One family did leave, for a term|Nobody left in the end]. The record of incidents shows {3-5} reports in the first year and what was done about each. I now ask neighbouring centres to look at our record, as we look at theirs.',
    },
  ],
  BAR: [
    {
      heading: 'To whom I answer',
      shows: ['S1', 'Q1', 'Q4'],
      text: 'I drew a map of everyone to whom I answer and noticed that the parents were at its edge. Since then the [termly|half-yearly] account of our work is first presented to the parents’ forum, then to the governing body and to the local authority, with the same figures in each. The forum’s questions are [sharper than any inspector’s|the hardest]. When our reach among teenage parents fell, it was they who saw it in the table, and the action came from them.',
    },
    {
      heading: 'The budget and what it is for',
      shows: ['S2', 'Q2'],
      text: 'In my first year I inherited an overspend of {3-5} in a hundred. I went through every line with the finance officer and asked what a family would notice if it were gone. We ended [two contracts|a contract for equipment hire] and kept the outreach post. A forecast is now on the agenda each month with three cases, and the centre closed the year {1-2} in a hundred under budget. The harder question is sustainability: I modelled the nursery at three levels of take-up and told the governors plainly which of them we cannot survive.',
    },
    {
      heading: 'Law, guidance and daily practice',
      shows: ['S3', 'K1', 'K5', 'Q5'],
      text: 'I keep a register of the duties that bind the centre, from equality law to fire safety, each with the person responsible and the date it was last tested. [In the autumn|Last winter] I had a colleague from another centre audit our safeguarding duties without notice. She found that agency staff had not all been through induction, and that was mended within {3-5} working days. Welfare of staff belongs here too: lone visits are logged, and a call back is made if a visit runs over.',
    },
    {
      heading: 'Policies that people use',
      shows: ['S4', 'K2', 'Q6'],
      text: 'We had {38-46} policies and could not find them. With a working group of staff and parents I [merged and rewrote them|cut them to those that are used], gave each a page of “what this means on a Monday”, and set a cycle of audit. Each month one policy is tested in practice. Of the {10-12} tested so far, {2-4} were not followed as written, and in each of those it was the policy that was wrong as often as the practice.',
    },
    {
      heading: 'A governing body that can govern',
      shows: ['S5', 'K3', 'K4'],
      text: 'The governors trusted me too much. Papers came late and told a good story. I now send [a short report with the same twelve figures each time|the same twelve figures each time] a week before, mark what I am unsure of, and ask a governor to visit with one question. We trained together on reading data and on cultural assumptions in it. In the last year they have rejected one proposal of mine, about opening hours, and [the version that we adopted was better|they were right].',
    },
    {
      heading: 'An honest view of my own work',
      shows: ['S6', 'Q3', 'Q7'],
      text: 'I asked {8-12} people for written comments on my leadership, among them two who I knew were unhappy with me. An outside adviser collected them. The strongest theme was that I [solve problems that others should learn to solve|answer before the question is finished]. My performance review now carries one objective on this, and supervision for all staff is [monthly|every four weeks] with a framework that the team wrote.',
    },
  ],
  SPF: [
    {
      heading: 'A vision in our own words',
      shows: ['S1', 'S2', 'Q2', 'K3'],
      text: 'The vision on our wall had been written by the four of us in an afternoon. I began again with {60-80} short conversations: in the queue, at the school gate, in people’s kitchens. What families wanted first was [to be known by name|not to tell their story twice]. That sentence is now how we test our days: I ask in every team meeting where it was true this week and where it was not. The reception was rebuilt around it.',
    },
    {
      heading: 'Knowing whether it works',
      shows: ['S4', 'S5', 'Q4'],
      text: 'Our self-evaluation was a document for inspectors. I changed it into a cycle of [six weeks|a half term]: one service, one question, a few figures, two voices, one decision. Staff from all disciplines take turns in leading it. The speech and language group was the first. Of {22-28} children, {15-19} moved up a band within two terms, but those who came by bus came half as often. We moved the group rather than write to the parents about attendance.',
    },
    {
      heading: 'Working with other centres',
      shows: ['S6', 'K1', 'K7'],
      text: 'With three neighbouring centres and an extended school we [share a training calendar and a speech therapist|share a training calendar, a minibus and a speech therapist]. I chaired the group in its first year. It nearly failed over whose name stood on the leaflet. What held it together was a common table of needs: each centre could see what it gained. The shared booking system went live in {4-7} months, and families now use all four buildings.',
    },
    {
      heading: 'Leading a change before it was forced on us',
      shows: ['S7', 'S3', 'K2'],
      text: 'Housing plans showed {180-240} new homes and no nursery. I brought the figures to the governing body [eighteen months|two years] before the first family moved in. We considered a second site, longer hours and a mobile team. The mobile team looked least solid and was the only one that could begin at once. I asked two members of staff who doubted it to design it, and they did. Their doubts are why it works.',
    },
    {
      heading: 'Practitioner research',
      shows: ['S8', 'K4', 'Q3'],
      text: 'Each year {3-4} colleagues take on a small inquiry with time set free for it. I read their drafts and I do one myself. [Home visits by two people of different disciplines|The use of video in home visits] was the inquiry that changed most: it showed that families repeated less and that we noticed more, at a cost of {2-3} visits a week. We published a two-page summary for other centres, limits included.',
    },
    {
      heading: 'A plan that the governors own, and people to carry it',
      shows: ['S9', 'S10', 'K5', 'K6', 'Q1', 'Q5'],
      text: 'The strategic plan has [five|four] aims, each with a governor and a member of staff. Milestones are reviewed each term in a meeting that parents lead. I have also begun to make myself less needed: {2-3} colleagues have led the centre for a fortnight each, with a mentor and a real budget, and one has since moved to a deputy’s post elsewhere. I applied for {2-3} grants with the person who will one day write them without me.',
    },
  ],
  MTO: [
    {
      heading: 'A structure that follows the work',
      shows: ['S1', 'Q5'],
      text: 'We were organised by who paid us. A family could meet three teams in one morning and three forms. After consultation I regrouped the {24-31} staff into [two neighbourhood teams|three teams around neighbourhoods] with a shared duty desk. The cost of management fell by {4-7} in a hundred and the time from first contact to first visit from {13-16} to {5-8} working days. Two posts changed grade, and I would plan those conversations earlier another time.',
    },
    {
      heading: 'The development plan',
      shows: ['S2', 'K1', 'K6', 'Q4'],
      text: 'The plan is written with staff and parents in [January|the spring], costed in February and checked against our legal duties by the local authority’s adviser. Each aim has a date, a name and a way of knowing. I bring it to the table in every supervision. Last year {14-17} of {19-21} actions were finished; the others are listed with the reason, and one was dropped because the need had gone.',
    },
    {
      heading: 'Money, value and priorities',
      shows: ['S3', 'K4', 'Q8'],
      text: 'I compare what a service costs with whom it reaches. Our most popular group cost least for each visit and reached hardly anyone whom we were asked to reach. We did not close it; parents now run it with [a small grant|a room and a small grant], and the saved hours went into home visits. I put three quotations and the reason for the choice on file for everything above [400|450|500] pounds. The auditor found two small points and no large one.',
    },
    {
      heading: 'Keeping people going',
      shows: ['S4', 'S5', 'K5', 'Q1', 'Q7'],
      text: 'During the reorganisation of health services we lost [a clinic and two partners|two partners] in a month. Every Friday I wrote a page to all staff: what I know, what I do not know, when I shall. I kept the few dates that I could promise. Sickness absence [did not rise|fell] in that term. I had days of little courage myself, and supervision with a head from outside was where I took them.',
    },
    {
      heading: 'Sharing the lead',
      shows: ['S6', 'K3', 'Q6'],
      text: 'I tried [three models of shared leadership|more than one model of shared leadership] and wrote down what each cost. A weekly group of leads from health, education and family support decides on everything below an agreed sum. When we differed on opening during the holidays, the group decided against me, and I carried the decision as my own. The model needs a clear edge: safeguarding and staffing cases are not for the group.',
    },
    {
      heading: 'Safeguarding in practice',
      shows: ['S7', 'K2', 'K7', 'Q2'],
      text: 'A procedure is only as good as a Tuesday afternoon with two people off sick. We walk through one procedure each month in [the real building|the real building at a bad moment]. Recruitment follows the safer recruitment checklist with {2-3} trained people on every panel; the single record is checked by a governor each term without notice. The walk-through of collection times showed that [agency staff did not know the password system|a new volunteer had not been told of the password system], and it is now on the back of every badge.',
    },
    {
      heading: 'Performance management that helps',
      shows: ['S8', 'S9', 'Q3'],
      text: 'Every member of staff has {2-3} objectives, one of them about children’s outcomes, and sees the figures for it. Reviews are in [the autumn, the spring and the summer|three rounds a year]. In one case progress was missing over two rounds. I set out what was expected, offered coaching and a shorter review, and wrote down each step. The colleague met the target in the third. Across the centre {78-86} in a hundred of objectives were met, and I looked hardest at whether the easy ones had been chosen.',
    },
  ],
  BST: [
    {
      heading: 'Several professions, one team',
      shows: ['S1', 'S8', 'K3'],
      text: 'A midwife, two teachers, a job adviser and {9-12} family support workers shared a corridor and not much more. I began with [shadowing|a morning of shadowing]: each spent a day in another’s work and brought back one thing to borrow. Out of that came the joint visit before a birth, which no profession would have invented alone. {26-34} families have had it so far, and {21-25} of them were members by the baby’s third month.',
    },
    {
      heading: 'The multi-agency team meeting',
      shows: ['S2', 'S7', 'Q3'],
      text: 'The meeting used to be a round of reports. I gave the chair to each agency in turn and asked for one disagreement every time. [The first ones were polite|It took a term before one came up that mattered]. When health and housing differed openly on who could see what, we wrote a page on information sharing that both signed. Trust grew from keeping small promises: the action list is read first, and only {2-4} of the last forty were late.',
    },
    {
      heading: 'Letting others lead',
      shows: ['S3', 'K1', 'Q5'],
      text: 'Our cook knew more about the families than anyone. She now leads the [healthy start project|breakfast project] with a budget of her own and reports to the governors herself. I offered it in an ordinary week and stayed out of the room. I check in once a fortnight, ask two questions and write down what she decides. {3-5} others have taken on a project since, and two have turned one down, which I count as a good sign.',
    },
    {
      heading: 'How well we work together',
      shows: ['S4', 'Q1', 'Q2'],
      text: 'Twice a year the team answers [twelve|ten] short questions about itself, without names. The lowest answer was on saying what is wrong. We agreed that every meeting ends with “what did we not say?”, and I go first. The answer moved from {2-2}.{1-3} to {3-3}.{4-8} on a scale of five in a year. I thank people for a particular thing, in writing, on the day.',
    },
    {
      heading: 'Learning as a team',
      shows: ['S5', 'S9', 'K2', 'K4'],
      text: 'Training was a list of courses. With the leads I set out what each team needs to be able to do by the summer and worked backwards from it. [Half of the budget|A third of the budget] now goes on learning in pairs on the job. Objectives in performance reviews draw on the same page. After the programme on attachment, observed practice was rated again by a colleague from another centre: {17-20} of {22-24} had moved on at least one point.',
    },
    {
      heading: 'A difficult decision',
      shows: ['S6', 'Q4', 'Q6', 'Q7'],
      text: 'I closed the crèche on [Fridays|Wednesdays]. It was loved and half empty, and the hours were needed for home visits. I heard {11-15} families and all of the staff, told them what could change my mind and what could not, and took advice from my mentor on how to say it. Two members of the team stopped speaking to one another over it. I met each of them, then both, and we [agreed on how to disagree|wrote down how to disagree]. The decision stood, and I reviewed it in public after {5-7} months.',
    },
  ],
};
