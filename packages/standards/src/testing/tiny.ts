/**
 * The smallest files the reader takes, as text, and a way to damage them in one place. They are
 * text and not objects because the reader's work begins with text.
 */

export const tinyFramework = `{
  "id": "tiny-2026",
  "title": "Standards for Keepers of Bees",
  "publisher": "The Hive",
  "year": 2026,
  "reference": null,
  "isbn": null,
  "holder": "The Hive",
  "copyright": null,
  "licenceNote": "Made up for tests; anyone may use it.",
  "acknowledgement": "Standards for Keepers of Bees, The Hive, 2026.",
  "labels": {
    "area": { "singular": "field", "plural": "fields" },
    "statement": { "singular": "standard", "plural": "standards" }
  },
  "kinds": [
    { "letter": "S", "name": "standard", "title": "Standards", "judged": true },
    { "letter": "K", "name": "knowledge", "title": "Knowledge", "judged": false }
  ],
  "sections": [],
  "areas": [
    {
      "id": "BEE",
      "number": 1,
      "title": "Bees",
      "introduction": [{ "text": "Bees come first." }],
      "groups": [
        { "kind": "S", "heading": "Standards", "lead": "The keeper can:" },
        { "kind": "K", "heading": null, "lead": null }
      ],
      "statements": [
        { "code": "BEE.S1", "kind": "S", "number": 1, "text": "Open a hive calmly" },
        { "code": "BEE.S2", "kind": "S", "number": 2, "text": "Find the queen" },
        { "code": "BEE.K1", "kind": "K", "number": 1, "text": "Understands swarming" }
      ]
    }
  ],
  "glossary": [{ "term": "swarming", "note": "How a colony divides.", "statements": ["BEE.K1"] }]
}
`;

export const tinyScheme = `{
  "id": "tiny-default",
  "edition": 1,
  "status": "illustrative",
  "framework": "tiny-2026",
  "title": "Tiny scheme",
  "note": "Made up for tests.",
  "components": [
    { "id": "C1", "title": "Account", "kind": "account", "by": "candidate", "areas": ["BEE"], "gate": false, "route": null }
  ],
  "routes": [{ "id": "standard", "title": "Standard route", "description": "The only one." }],
  "scale": [
    { "score": 0, "name": "Not shown", "descriptor": "nothing" },
    { "score": 1, "name": "Shown", "descriptor": "enough" }
  ],
  "threshold": 1,
  "profile": "strict",
  "profiles": [
    { "id": "strict", "title": "Strict", "description": "Every one.", "belowThresholdAtMost": 0, "lowestScore": 1, "reasonRequired": false }
  ],
  "critical": ["BEE.S2"],
  "judgedKinds": ["S"],
  "coverageKinds": ["K"],
  "currencyMonths": 24,
  "sufficiency": { "fromScore": 1, "items": 2, "methods": 2 },
  "methods": ["text", "document"],
  "priorLearning": { "fractionAtMost": 0.5, "wholeAreas": false },
  "attempts": 2,
  "resit": { "areasAtMost": 2, "months": 3 },
  "retake": { "months": 6 },
  "extension": { "workingDays": 10, "workingDaysInAll": 20 },
  "clocks": [{ "id": "late", "value": 5, "unit": "workingDays", "for": "a late portfolio" }],
  "sampling": {
    "allUpTo": 15,
    "atLeast": 10,
    "fraction": 0.1,
    "squareRoot": true,
    "stratifyBy": ["assessor"],
    "extremes": true,
    "mandatory": [{ "id": "fail", "says": "Every fail is sampled." }],
    "ratings": {
      "newAssessor": "red",
      "red": { "fraction": 1, "atLeast": 0, "says": "All." },
      "amber": { "fraction": 0.5, "atLeast": 0, "says": "Half." },
      "green": { "fraction": 0.15, "atLeast": 3, "says": "Some." },
      "redToAmber": { "consecutiveConfirmed": 3 },
      "amberToGreen": { "consecutiveConfirmed": 5, "seededRight": 0.8 },
      "flipOnCritical": "red"
    },
    "external": { "fraction": 0.2, "atLeast": 10, "mandatory": [] }
  },
  "tolerance": { "standardWithin": 1, "flipsOnCritical": 0, "flipsElsewhere": 1 },
  "secondMarking": {
    "firstPortfolios": 3,
    "resubmissions": true,
    "everyKth": null,
    "discrepancy": { "scoresApart": 2, "acrossThreshold": true },
    "withoutDiscrepancy": "lower",
    "afterThirdMark": "median"
  },
  "grounds": []
}
`;

export const tinyAppraisal = `{
  "id": "tiny-appraisal",
  "edition": 1,
  "status": "illustrative",
  "framework": "tiny-2026",
  "title": "Tiny appraisal",
  "note": "Made up for tests.",
  "levels": [
    { "level": 1, "name": "Learning", "descriptor": "keeps bees with help" },
    { "level": 2, "name": "Able", "descriptor": "keeps bees alone" }
  ],
  "elements": [{ "area": "BEE", "kinds": ["S", "K"] }],
  "objectivesAtMost": 3,
  "months": 12,
  "outline": { "jobDescription": ["S"], "personSpecification": ["K"] },
  "clocks": [{ "id": "mid-year", "value": 6, "unit": "months", "for": "the mid-year check" }]
}
`;

/** `text` with its only occurrence of `from` written as `to`. */
export const damaged = (text: string, from: string, to: string): string => {
  const pieces = text.split(from);
  if (pieces.length !== 2) throw new Error(`"${from}" occurs ${pieces.length - 1} times, not once`);
  return pieces.join(to);
};

/** What `act` throws, as a value that a test can look at. */
export const refusalOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
};
