export { appraisalSchema, levelSchema } from './appraisal.schema.ts';
export type { AppraisalProfile, Level } from './appraisal.schema.ts';
export { BrokenFile } from './broken-file.ts';
export type { Flaw } from './broken-file.ts';
export {
  areaId,
  areaSchema,
  frameworkId,
  frameworkSchema,
  kindLetter,
  statementCode,
  statementSchema,
} from './framework.schema.ts';
export type {
  Area,
  AreaId,
  Framework,
  FrameworkId,
  GlossaryEntry,
  Group,
  Kind,
  KindLetter,
  Passage,
  Section,
  Statement,
  StatementCode,
} from './framework.schema.ts';
export { englandsHolidays, type HolidayCalendar } from './calendar.ts';
export { parseAccreditation, parseAppraisal, parseFramework, parseScheme } from './parse.ts';
export { componentId, componentSchema, methodSchema, schemeId, schemeSchema } from './scheme.schema.ts';
export type {
  Clock,
  Component,
  ComponentId,
  Method,
  Profile,
  Route,
  Sampling,
  ScalePoint,
  Scheme,
  SchemeId,
} from './scheme.schema.ts';
export { statementsOf } from './statements.ts';
