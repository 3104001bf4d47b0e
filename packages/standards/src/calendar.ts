import { z } from 'zod';
import england from '../calendars/england.json' with { type: 'json' };

/** Bank holidays as dated data. Days are `2026-11-22`; nothing is known outside `from` to `until`. */
export const calendarSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  source: z.string().min(1),
  from: z.iso.date(),
  until: z.iso.date(),
  holidays: z.array(z.strictObject({ day: z.iso.date(), name: z.string().min(1) })),
});

export type HolidayCalendar = z.infer<typeof calendarSchema>;

/** England's bank holidays. */
export const englandsHolidays: HolidayCalendar = calendarSchema.parse(england);
