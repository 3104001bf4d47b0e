/**
 * The papers that candidates hand in as PDF: what stands in them and which statements each part is fairly claimed for.
 * All invented for this demo. No centre is named, since several demo candidates hand in the same variant of a paper.
 */
export interface PaperPart {
  readonly heading: string;
  /** Whole codes: `LLD.S1`. */
  readonly shows: readonly string[];
  readonly text: string;
  readonly table?: {
    readonly caption: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly figure?: {
    readonly caption: string;
    readonly unit: string;
    readonly bars: readonly (readonly [label: string, before: string, after: string])[];
    readonly legend: readonly [string, string];
  };
}

export interface Paper {
  readonly kind: string;
  readonly title: string;
  readonly subtitle: string;
  readonly parts: readonly PaperPart[];
}

export const papers: readonly Paper[] = [
  {
    kind: 'attendance',
    title: 'Who comes and who does not',
    subtitle: 'Attendance over four terms, with what we changed',
    parts: [
      {
        heading: 'Why we looked',
        shows: ['LLD.S1', 'LLD.Q1'],
        text: 'Our total attendance had grown for three years. I asked for it to be shown by neighbourhood and by age of child, because a total can grow while the families who need us most stay away. The figures here count children under five who came at least [three|four] times in a term. They were taken from the register on the last day of each term and checked by the data officer.',
      },
      {
        heading: 'What the figures show',
        shows: ['SFC.S2', 'LLD.K3', 'SFC.K1'],
        text: 'In the first term the two neighbourhoods with the most young children living in poverty had the lowest reach. The gap between the first and the last is plain in the figure. It narrowed in each of the next three terms. Part of the change in the last term is due to [a warm spring|the new bus stop], and I would not put more than half of it to our own work.',
        figure: {
          caption: 'Figure 1. Children reached, of every hundred who live there, by neighbourhood',
          unit: 'of 100',
          legend: ['First term', 'Fourth term'],
          bars: [
            ['Upper side', '{58-64}', '{66-72}'],
            ['Centre streets', '{49-55}', '{61-67}'],
            ['Canal side', '{30-37}', '{52-60}'],
            ['Depot closes', '{24-31}', '{48-57}'],
          ],
        },
      },
      {
        heading: 'What we changed in the rooms',
        shows: ['LLD.S2', 'LLD.S3', 'LLD.K2', 'LLD.K6'],
        text: 'We opened one session a week in the community hall of each of the two neighbourhoods, with the same staff and the same small welcome. In our own rooms we made the entrance quieter and set out fewer things, further apart. A member of staff checks the room against a short list before each session, and the lists are kept. Observed engagement was rated by [a teacher from another centre|two of us independently], on the scale that the whole team had practised.',
      },
      {
        heading: 'What parents said',
        shows: ['LLD.S5', 'LLD.S9', 'LLD.Q4', 'SFC.S5'],
        text: 'We telephoned {28-36} parents who had stopped coming and {18-24} who had begun. Those who had stopped spoke of work, of pushchairs on the bus, and of not knowing anyone. Those who had begun nearly all named a person: someone had asked them twice. One parent wrote: “I was not invited to a centre. I was invited by Tuesday’s lady to Tuesday.”',
      },
      {
        heading: 'Support to learn',
        shows: ['LLD.S6', 'LLD.S7', 'LLD.S4', 'LLD.K1', 'LLD.K5'],
        text: 'Parents who come regularly are asked, never pressed, whether they would like to learn something themselves. The table shows the short courses of the year. The course on helping a child with early reading was given in two languages with a tablet for each pair of parents.',
        table: {
          caption: 'Table 1. Short courses for parents',
          head: ['Course', 'Began', 'Finished', 'Went on to'],
          rows: [
            ['Early reading at home', '{14-18}', '{11-13}', 'story volunteers ({3-5})'],
            ['First aid for families', '{16-20}', '{14-16}', 'crèche cover ({2-4})'],
            ['Confident with numbers', '{9-12}', '{7-8}', 'college, level 1 ({3-6})'],
            ['English conversation', '{11-15}', '{9-11}', 'volunteering ({2-5})'],
          ],
        },
      },
      {
        heading: 'What I would do differently',
        shows: ['LLD.S8', 'LLD.Q2', 'LLD.Q3', 'LLD.K4', 'LLD.Q5'],
        text: 'I asked for the figures by neighbourhood a year too late. I had been [pleased|content] with the total and had not looked for the families behind it. My own learning plan now has one line on data, and a colleague from the public health team reads our tables with me twice a year before anyone else sees them.',
      },
    ],
  },
  {
    kind: 'outreach',
    title: 'Outreach: a year of doors, halls and launderettes',
    subtitle: 'Plan, record of contacts and what came of them',
    parts: [
      {
        heading: 'The plan',
        shows: ['SFC.S2', 'SFC.S1', 'SFC.K2'],
        text: 'The plan names {46-58} families with a child under two whom no service had seen in six months, by number and not by name. Each has one worker who knows why we are calling. The aim is a first conversation within [four|five] weeks, and an honest note where a family does not want one.',
      },
      {
        heading: 'Contacts by place',
        shows: ['SFC.S6', 'SFC.S4', 'SFC.K1', 'SFC.Q3'],
        text: 'Places that people have to go to anyway worked best. The regeneration board lent us a shop front for [six|five] months, and the housing office let us sit in its waiting room on rent days.',
        table: {
          caption: 'Table 1. First contacts and what followed',
          head: ['Place', 'First contacts', 'Came to the centre', 'Still came after six months'],
          rows: [
            ['Doorstep', '{60-72}', '{9-14}', '{4-6}'],
            ['Launderette', '{34-41}', '{19-24}', '{13-17}'],
            ['Surgery waiting room', '{41-50}', '{17-22}', '{10-13}'],
            ['Housing office', '{28-35}', '{12-16}', '{8-11}'],
            ['Shop front', '{52-63}', '{24-30}', '{15-19}'],
          ],
        },
      },
      {
        heading: 'When there is a concern',
        shows: ['SFC.S7', 'SFC.K3', 'LLD.S3'],
        text: 'Outreach workers see what others do not. The page that they carry has four lines: who to telephone, by when, what to write, what not to promise. Every visit is logged before and after. In the year {3-5} concerns were passed on, all on the day on which they arose. After each one the worker, the designated lead and I looked at what we had shared, with whom, and on what ground.',
      },
      {
        heading: 'Working on what a family can do',
        shows: ['SFC.S3', 'SFC.S10', 'SFC.K4'],
        text: 'In {11-15} cases a common assessment followed, always with the parents in the room. The form was filled in from the strengths downwards. I sampled [six|five] of the plans with the health visitor lead: four had aims that a parent could repeat to us, and we rewrote the others.',
      },
      {
        heading: 'Welcome and its limits',
        shows: ['SFC.S8', 'SFC.S9', 'SFC.Q4', 'LLD.S7', 'LLD.Q5'],
        text: 'Workers come from the neighbourhoods and speak {5-7} of their languages. Twice in the year a family was met with abuse at the door of a hall. We stayed with them, recorded it, spoke to the people concerned and to the hall’s committee, and told the family what had been done. The rules of welcome now hang in every hall that we use.',
      },
      {
        heading: 'What it cost and what it brought',
        shows: ['SFC.S5', 'SFC.Q1', 'SFC.Q2', 'LLD.S1', 'LLD.S9', 'LLD.Q4'],
        text: 'One post and a half, some rent and a great deal of tea. The cost for each family that still came after six months was about {140-190} pounds. {6-9} parents who were first met on the doorstep now help with outreach themselves; they, and not the figures, are the reason why the governing body made the half post permanent.',
      },
    ],
  },
  {
    kind: 'witnessHealth',
    title: 'Witness statement: partnership with health',
    subtitle: 'By the lead of the health visiting team, who worked beside the candidate',
    parts: [
      {
        heading: 'How I know the candidate’s work',
        shows: ['SFC.Q3', 'LLD.Q1'],
        text: 'I have led the health visiting team for {5-8} years and have shared a building with the candidate for [three|four] of them. I have seen the candidate in meetings, with families and on bad days. I was asked for a statement of what I saw myself, and I keep to that.',
      },
      {
        heading: 'Reaching families',
        shows: ['SFC.S2', 'SFC.S3', 'SFC.S10', 'LLD.K3', 'SFC.K4'],
        text: 'Before the candidate came, we sent each other letters. Now my team and the outreach workers sit together every [Tuesday|Wednesday] morning and go through the births of the week. I have watched the candidate ask, each time, which family is missing from the list. In common assessments the candidate hands the pen to the parents. I have copied that.',
      },
      {
        heading: 'Keeping children safe',
        shows: ['SFC.S7', 'LLD.S3', 'SFC.K3'],
        text: 'On one afternoon that I remember well, a worry about a child arose while half of the staff were at a training day. The candidate stopped a meeting with visitors, made the call within {10-20} minutes, wrote the record and then asked me to read it for facts and opinions. I know heads of service who would have waited for the visitors to leave.',
      },
      {
        heading: 'Learning with families',
        shows: ['LLD.S4', 'LLD.S5', 'LLD.S6', 'LLD.K1', 'LLD.Q4', 'SFC.S1'],
        text: 'The weaning group was mine and it was a lecture. The candidate suggested that parents cook and we answer. Attendance went from {5-7} to {13-18}. Two of the parents now hold a food hygiene certificate and run the session in the holidays; I would not have thought of asking them.',
      },
      {
        heading: 'Disagreeing well',
        shows: ['LLD.S2', 'LLD.S8', 'LLD.K6', 'SFC.S8', 'SFC.Q2', 'SFC.Q4'],
        text: 'We have differed, for instance on [clinic times|whether clinics belong in the play room]. The candidate asked what my team would lose and wrote it down before saying anything else. We tried it for a term and looked at the figures together. I still think that I was right about the noise. The families were better served, and the candidate thanked my team for it in public.',
      },
    ],
  },
  {
    kind: 'actionPlan',
    title: 'From vision to action',
    subtitle: 'Action plan of the centre, second year, with the review of the first',
    parts: [
      {
        heading: 'Where the plan comes from',
        shows: ['SPF.S1', 'SPF.S9', 'SPF.Q2', 'SPF.Q5', 'SPF.K3'],
        text: 'The plan was made in three evenings with parents, staff, governors and partners. Each evening began with the figures of the year and one story told by a family. The aims are those on which at least [three|four] of the groups agreed; where they did not, the disagreement is noted in the margin and will be looked at again.',
      },
      {
        heading: 'Aims, actions and dates',
        shows: ['SPF.S2', 'SPF.S7', 'SPF.K2', 'SPF.Q3', 'BST.S3'],
        text: 'Every action has one name, one date and one way of knowing. Names are of people who asked for the action or agreed to it. No action runs longer than [three|two] terms without a decision on whether to go on.',
        table: {
          caption: 'Table 1. Action plan, extract',
          head: ['Aim', 'Action', 'Led by', 'We shall know by'],
          rows: [
            [
              'Known by name',
              'One first conversation, one record',
              'Reception lead',
              'Families tell their story once: sample of {15-20}',
            ],
            ['Early talk', 'Speech and language group at two sites', 'Teacher', '{60-70} in 100 move up a band'],
            ['Fathers count', 'Saturday opening led by fathers', 'Fathers’ group', '{20-26} men each month'],
            ['Ready for new homes', 'Mobile team of three', 'Family support lead', 'First visit within {8-10} days'],
            ['Next leaders', 'Fortnight of leading, with mentor', 'Head', '{2-3} colleagues, written review'],
          ],
        },
      },
      {
        heading: 'Review of the first year',
        shows: ['SPF.S4', 'SPF.S5', 'SPF.Q4', 'BST.S4'],
        text: 'Of {18-22} actions {12-15} were finished and did what they were meant to do. {2-3} were finished and changed nothing that a family would notice; we say so here because it is the most useful line of the review. The rest go on. Services with the weakest figures were visited by a governor and a parent together.',
      },
      {
        heading: 'What may change around us',
        shows: ['SPF.K1', 'SPF.K6', 'SPF.K7', 'SPF.S6', 'SPF.K4'],
        text: 'We expect [a new commissioner of health services|new boundaries for health teams], {150-210} homes and less money from one grant. For each we wrote what we would do first. With the neighbouring centres we agreed on which of us applies for which fund, so that we do not compete for the same one, and on a shared system for booking.',
      },
      {
        heading: 'Learning from practice',
        shows: ['SPF.S8', 'SPF.S3', 'BST.S5', 'BST.S8', 'BST.K2'],
        text: 'Two inquiries run beside the plan: one on joint visits before a birth, one on talk at mealtimes. They are led by staff, with {4-6} hours a month set free. Their findings are read in the same meeting as the figures, and either can change an action.',
      },
      {
        heading: 'Who will carry it on',
        shows: ['SPF.S10', 'SPF.K5', 'SPF.Q1', 'BST.S1', 'BST.S9', 'BST.K1', 'BST.Q5'],
        text: 'The plan should outlive any one of us. Deputies for each aim are named, objectives in performance reviews refer to the aims by number, and a page for new staff tells how decisions are made here. It was written by someone who had started {6-9} weeks before.',
      },
    ],
  },
  {
    kind: 'teamMeeting',
    title: 'Building the team around the families',
    subtitle: 'Multi-agency team meetings and the development programme',
    parts: [
      {
        heading: 'Purpose',
        shows: ['BST.S1', 'BST.S2', 'BST.K3'],
        text: 'The meeting brings together health, education, family support, housing and the job centre every [second Thursday|second Monday]. Its purpose is to decide, for families who have agreed to it, who does what next, and to learn from one piece of work each time. No family is discussed who has not been told.',
      },
      {
        heading: 'Decisions of one term',
        shows: ['BST.S7', 'BST.S4', 'BST.Q3', 'SPF.Q1'],
        text: 'Actions are read out at the start of the next meeting by the person who took them on. The table counts them; families’ numbers have been taken out.',
        table: {
          caption: 'Table 1. Actions agreed and kept',
          head: ['Agency', 'Agreed', 'In time', 'Late', 'Dropped, with reason'],
          rows: [
            ['Family support', '24', '20', '3', '1'],
            ['Health visiting', '16', '14', '2', '0'],
            ['Early years teaching', '12', '11', '1', '0'],
            ['Housing', '9', '6', '2', '1'],
            ['Job centre', '7', '6', '1', '0'],
          ],
        },
      },
      {
        heading: 'A disagreement, and what we made of it',
        shows: ['BST.S6', 'BST.Q4', 'BST.Q6', 'SPF.S1'],
        text: 'Two agencies held different thresholds for [a home visit by two people|sharing a telephone number]. I asked each to argue the other’s case for ten minutes. We found that one was thinking of the worker’s safety and the other of the family’s dignity. The protocol now names both. It took {3-4} meetings, and one partner stayed away from the second; I went to see them.',
      },
      {
        heading: 'The development programme',
        shows: ['BST.S5', 'BST.S9', 'BST.K1', 'BST.K2', 'BST.K4'],
        text: 'What people learn follows from what families need. Each team names [three|two] things that it must be able to do by the summer. Half of the learning is in pairs across professions; the rest is training that leads to a qualification where that is wanted. After {5-7} months a colleague from outside observed practice again.',
        figure: {
          caption: 'Figure 1. Staff who felt able to do this, of every hundred asked',
          unit: 'of 100',
          legend: ['Before the programme', 'Six months after'],
          bars: [
            ['Lead a common assessment', '{38-44}', '{71-79}'],
            ['Talk about a worry with parents', '{45-52}', '{80-88}'],
            ['Use data in planning', '{22-30}', '{58-66}'],
            ['Chair a meeting', '{30-38}', '{61-70}'],
          ],
        },
      },
      {
        heading: 'Leading from many places',
        shows: ['BST.S3', 'BST.S8', 'BST.Q5', 'SPF.S10', 'SPF.S3', 'SPF.S2'],
        text: 'The chair moves. So do the minutes, which everyone dislikes. {4-6} of the last ten changes in how we work began with someone who does not manage anybody. The joint visit before a birth, the shared diary and the quiet hour were all tried for four weeks and then decided on by those who had to do them.',
      },
      {
        heading: 'How the team sees itself',
        shows: ['BST.Q1', 'BST.Q2', 'BST.Q7', 'SPF.S5', 'SPF.S8', 'SPF.K4', 'SPF.Q4'],
        text: 'The team’s own review, without names, is attached to the minutes twice a year. “We can say what is wrong” rose most. “I know what the others are responsible for” fell after the reorganisation, and we put a map on the wall. I asked the team what I should stop doing, and the answer was [answering e-mail at night|rewriting their papers]. I have.',
      },
    ],
  },
  {
    kind: 'budget',
    title: 'Budget, value and a look ahead',
    subtitle: 'Summary for the governing body, with three cases for next year',
    parts: [
      {
        heading: 'The year in one paragraph',
        shows: ['BAR.S2', 'MTO.S3', 'MTO.K4'],
        text: 'We spent slightly less than we had. The nursery brought in [a little more|slightly more] than planned, energy cost more, and one post stood empty for {9-14} weeks. No service was closed. The reserve is {4-6} weeks of running costs; I think that it should be eight, and show below what that would mean.',
      },
      {
        heading: 'Where the money goes',
        shows: ['MTO.S1', 'BAR.Q4', 'MTO.Q8', 'BAR.S1'],
        text: 'The table uses the same lines as last year, so that the two can be compared. Figures are in thousands of pounds and rounded.',
        table: {
          caption: 'Table 1. Income and spending, in thousands of pounds',
          head: ['Line', 'Planned', 'Actual', 'Difference, and why'],
          rows: [
            ['Grant', '418', '418', 'as agreed'],
            ['Nursery fees', '{146-152}', '{153-161}', 'two more places taken up'],
            ['Other income', '{20-22}', '{15-18}', 'hall let less often'],
            ['Staff', '{428-436}', '{419-427}', 'one post empty for a time'],
            ['Premises', '{61-66}', '{67-72}', 'energy'],
            ['Services and outreach', '{74-76}', '{77-80}', 'second launderette hour'],
          ],
        },
      },
      {
        heading: 'What a pound brings',
        shows: ['MTO.S5', 'BAR.Q2', 'MTO.Q3', 'MTO.Q6'],
        text: 'For each service we show the cost for each family reached and, beside it, how many of them are families whom we were asked to reach first. The two together changed our view of [two|three] services. I would warn against the column on its own: home visits look dear and prevent much that would be dearer.',
        figure: {
          caption: 'Figure 1. Cost for each family that came regularly, in pounds a year',
          unit: 'pounds',
          legend: ['Last year', 'This year'],
          bars: [
            ['Stay and play', '{92-99}', '{84-90}'],
            ['Home visits', '{230-250}', '{205-220}'],
            ['Speech group', '{160-175}', '{128-140}'],
            ['Courses for parents', '{118-126}', '{104-112}'],
          ],
        },
      },
      {
        heading: 'Three cases for next year',
        shows: ['BAR.S5', 'MTO.S2', 'MTO.Q1', 'BAR.K3'],
        text: 'In the middle case the grant stays as it is, and we can do what we do. In the low case it falls by {5-7} in a hundred: we would share a finance officer with a neighbouring centre and let the hall on Sundays. In the high case we would first bring the reserve to eight weeks. Governors are asked to decide now on the order of steps in the low case, while there is no hurry.',
      },
      {
        heading: 'How we buy',
        shows: ['BAR.S4', 'MTO.K1', 'BAR.K1', 'BAR.S3'],
        text: 'All purchases above [400|450|500] pounds have three quotations or a written reason why not. The register of interests is read out each term. The auditor’s [two|three] remarks of last year are dealt with, and the person who dealt with each is named.',
      },
      {
        heading: 'People',
        shows: ['MTO.S8', 'MTO.S4', 'MTO.S6', 'MTO.K5', 'MTO.Q5', 'BAR.Q3', 'BAR.S6'],
        text: 'Staff costs are four fifths of what we spend, so how people are led is a matter of money too. Sickness absence was {3-4} days a person. Supervision took place in {88-95} of a hundred planned sessions. Budget holders now decide on their own line within agreed limits; I asked an outside adviser to look at how I let go of mine.',
      },
    ],
  },
  {
    kind: 'safeguarding',
    title: 'Safeguarding: audit of practice',
    subtitle: 'Yearly audit with walk-throughs, findings and what was done',
    parts: [
      {
        heading: 'How the audit was done',
        shows: ['BAR.S4', 'BAR.K2', 'MTO.K1'],
        text: 'The designated lead, a governor and a colleague from another centre audited our practice over [three|two] days, one of them without notice. They read {18-24} records, walked through five procedures in the building and spoke with staff, volunteers, parents and students on placement.',
      },
      {
        heading: 'Findings',
        shows: ['BAR.S3', 'MTO.S7', 'BAR.K5', 'MTO.K7', 'BAR.Q5'],
        text: 'Nothing was found that put a child at risk. Four things were not as they should be. All are in the table, with what was done and by whom[; none is open now|; all four were looked at again a month later].',
        table: {
          caption: 'Table 1. What was looked at and found',
          head: ['Looked at', 'Found', 'Done', 'By'],
          rows: [
            [
              'Single record of staff checks',
              'One renewal late by {6-11} days',
              'Renewed; reminder set',
              'Office manager',
            ],
            [
              'Recording of concerns',
              'Facts and opinions mixed in {2-3} of those read',
              'Training; new form',
              'Designated lead',
            ],
            ['Collection of children', 'Password unknown to a new volunteer', 'On every badge', 'Room leaders'],
            ['Visitors', 'Signed in and accompanied', 'Nothing to do', ''],
            ['Lone visits', 'Call back late once', 'Second number added', 'Outreach lead'],
          ],
        },
      },
      {
        heading: 'Training and what people know',
        shows: ['BAR.Q6', 'MTO.Q2', 'MTO.K2', 'BAR.K1'],
        text: 'All {31-38} staff and {12-17} volunteers have training of the right level that is in date. The auditors asked eleven of them what they would do in three short cases. Ten answered in full. The eleventh was in her first week and knew whom to ask, which is the right answer in a first week.',
      },
      {
        heading: 'Safer recruitment',
        shows: ['MTO.S2', 'MTO.K6', 'MTO.S9', 'BAR.K4'],
        text: 'Every panel of the year had at least one person trained in safer recruitment. References were taken up before the interview in {9-11} of twelve appointments; for the others the reason is on file. Questions are the same for all candidates and were checked with us for bias by [an adviser of the authority|a colleague from another centre].',
      },
      {
        heading: 'What the governing body was told',
        shows: ['BAR.S5', 'BAR.S1', 'BAR.Q1', 'BAR.Q4', 'MTO.Q4'],
        text: 'The chair received the auditors’ notes unedited. I added one page on what I would do by when, and an open question on which the governors’ view was wanted: whether parents should be told of near misses. They decided that they should, and how.',
      },
      {
        heading: 'My part in it',
        shows: ['BAR.S6', 'BAR.Q7', 'MTO.S5', 'MTO.Q7', 'MTO.K3', 'MTO.S1', 'BAR.S2'],
        text: 'The late renewal was on a list that I had signed. I had read it as a list and not as {34-40} people. I now sign such a list only after picking [five|four] names and asking for the paper behind each. It takes a quarter of an hour and cost us, in the year, one awkward conversation and no money.',
      },
    ],
  },
  {
    kind: 'witnessGovernors',
    title: 'Witness statement: leading with the governing body',
    subtitle: 'By the chair of the governing body',
    parts: [
      {
        heading: 'How I know the candidate’s work',
        shows: ['BAR.S1', 'BAR.Q1'],
        text: 'I have chaired the governing body for {3-6} years. I am a parent of children who came to the centre and [work in a bank|run a shop]. I see the candidate every fortnight and have sat in on staff meetings, two evenings of planning and one difficult interview.',
      },
      {
        heading: 'Being told the truth',
        shows: ['BAR.S5', 'BAR.S6', 'BAR.Q2', 'BAR.Q7', 'MTO.Q4'],
        text: 'The reports that we receive begin with what did not go well. That was new to us, and it took us some time to stop being alarmed. We now ask better questions. When the candidate asked us for comments on their leadership, we gave them frankly; I saw two of them in the next performance review as objectives.',
      },
      {
        heading: 'A plan that is ours',
        shows: ['SPF.S9', 'SPF.S1', 'SPF.Q5', 'SPF.S7'],
        text: 'The plan before this one was presented to us. This one we made. The candidate brought the figures on the new homes long before anyone asked, put three ways forward on the table and did not say which was preferred until we had each spoken. We chose [the mobile team|the one that could begin at once].',
      },
      {
        heading: 'Money and people',
        shows: ['MTO.S3', 'MTO.S4', 'MTO.Q8', 'BAR.S2', 'MTO.Q7', 'MTO.S6'],
        text: 'I read budgets for a living. This one can be read by people who do not. In the month when {2-3} partners left, I watched the candidate tell the staff exactly what was known and what was not. Nobody left. The group that shares the lead decided against the candidate on holiday opening, and the candidate carried it as if it had been their own wish.',
      },
      {
        heading: 'Difficult things',
        shows: ['BST.S6', 'BST.Q1', 'BST.Q4', 'BST.S3', 'LLD.S8', 'SFC.S5'],
        text: 'Closing the crèche on one day was unpopular, my own family included. Everyone was heard, the reasons were written down, and the promise to look at it again after half a year was kept to the week. The candidate has also made room for others: our cook has reported to us {2-4} times on her project, better than most of us do.',
      },
    ],
  },
];
