/** What stands around the passages of a written account, and the entries of a learning journal. */
export const openings: readonly string[] = [
  'This inquiry [grew out of|began with] a question that I could not answer when a governor asked it: for whom does our centre make a difference, and how do we know? I describe what I did, what came of it, and where I was wrong. All families are described so that nobody can recognise them.',
  'I have led our centre for {3-7} years. In this account I take a few pieces of work and look at each from three sides: what the evidence said, what I chose and left, and what became of it for children and families.',
  'What follows is chosen from {14-20} months of work. I have picked the pieces from which I learned most, not those that went best. Where others did the work I say so.',
];

export const closings: readonly string[] = [
  'Looking back, I see that I [trusted totals too long|was slow to share the lead]. I would begin sooner with the families whom we do not see, and ask the team to hold me to it.',
  'The thread through all of this is that small promises, kept, have changed more than large plans. The evidence is listed with the account, and I have marked where it is weaker than I would like.',
  'I have shown this account to {3-4} colleagues who took part. [One of them remembers a meeting differently, and I have added her view.|Their corrections are in the text.]',
];

/** Journal entries with the statements, as whole codes, that they reflect on. */
export const entries: readonly {
  readonly heading: string;
  readonly shows: readonly string[];
  readonly text: string;
}[] = [
  {
    heading: 'First term: arriving with a plan',
    shows: ['LLD.S8', 'LLD.Q2', 'BAR.Q7', 'SPF.S2'],
    text: 'I came into the team meeting with a finished plan and left with a silent room. [My mentor asked what I had wanted to learn from them.|My mentor asked which question I had brought.] I had none. For the next meeting I took one figure and one question, and we were late for lunch.',
  },
  {
    heading: 'First term: the child who was not on the list',
    shows: ['SFC.S7', 'BAR.K5', 'MTO.K7', 'SFC.K3', 'BAR.Q5'],
    text: 'A volunteer told me on the stairs of something that had worried her for two weeks. The procedure worked from that minute on; the two weeks are mine. I had trained people in what to do and not in whether they may. We now begin induction with a story in which somebody was wrong to worry and was thanked.',
  },
  {
    heading: 'Second term: on being told no',
    shows: ['BAR.S6', 'BST.Q7', 'MTO.Q4', 'BAR.K4', 'BST.S6'],
    text: 'The governors rejected my proposal on opening hours. I was hurt for a day and relieved for a year. Their reason rested on families whom I had not asked. I read again what I had written on consultation and saw how much of it was announcement.',
  },
  {
    heading: 'Second term: reading about trust',
    shows: ['LLD.Q3', 'BST.K3', 'SPF.K1', 'BST.S2', 'LLD.K2'],
    text: 'The reading group took a study on trust in teams. What stayed with me is that trust is built by the one who has more power going first. I told the leads about the budget that I had misread. [Two weeks later|Soon afterwards] one of them told me about a visit that had gone badly, and we could do something about it.',
  },
  {
    heading: 'Third term: when the partners left',
    shows: ['MTO.S5', 'MTO.Q1', 'MTO.Q7', 'SPF.K2', 'SFC.K4', 'MTO.Q6'],
    text: 'Two partners in one month. I noticed that I was writing longer e-mails and walking less through the building. I turned it round: one page on Friday, and every morning a walk. I do not think that it made anything safer, but people stopped asking me in corridors what I was not telling them.',
  },
  {
    heading: 'Third term: difference as a resource',
    shows: ['SFC.S8', 'SPF.K3', 'LLD.S7', 'BST.Q2', 'SPF.Q5', 'LLD.Q5'],
    text: 'A family we worked with declined our welcome song, politely, because in their home songs are not for strangers. I had made welcome into a form. The mother taught us a greeting with the hand instead. I have begun to ask “how are guests received where you are at home?”',
  },
  {
    heading: 'Fourth term: letting go of a thing I like',
    shows: ['BST.S3', 'MTO.S6', 'SPF.S10', 'MTO.Q5', 'BST.Q4', 'BST.K1'],
    text: 'I handed the fathers’ group to a colleague and watched it become noisier and better. Then I handed over the budget for outreach, which I like more, and found three reasons to ask for it back. I told them to the colleague as a joke, and she wrote them down as terms of our agreement.',
  },
  {
    heading: 'Fourth term: what I take with me',
    shows: ['SPF.S3', 'BAR.K2', 'MTO.K3', 'SPF.S8', 'LLD.S4', 'SPF.Q4'],
    text: 'If I had to keep one habit, it would be the short cycle: one question, a few figures, two voices, one decision. It has [survived holidays and an inspection|survived two changes of staff]. What it does not do is to tell us what we do not ask, and for that I need people who disagree with me and stay.',
  },
];
