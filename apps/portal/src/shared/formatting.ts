const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});
const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });
const numberFormat = new Intl.NumberFormat('en-GB');

/** "2026-11-22" or an instant, as "22 November 2026". Deadlines and days are those of London. */
export const formatDay = (day: string): string =>
  dayFormat.format(new Date(day.length === 10 ? `${day}T12:00:00Z` : day));

/** An instant as "22 November 2026, 19:42". */
export const formatInstant = (instant: string): string =>
  `${dayFormat.format(new Date(instant))}, ${timeFormat.format(new Date(instant))}`;

export const formatTime = (at: Date): string => timeFormat.format(at);

export const formatNumber = (value: number): string => numberFormat.format(value);

export const formatBytes = (bytes: number): string => {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
};

/** `counted(1, 'claim', 'claims')` is "1 claim". */
export const counted = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

/** Today in London as "2026-11-22". */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date());

/** "3 days left", "due today", "2 days overdue". */
export const daysLeft = (dueOn: string): string => {
  const days = Math.round((Date.parse(dueOn.slice(0, 10)) - Date.parse(today())) / 86_400_000);
  if (days === 0) return 'due today';
  return days > 0 ? `${counted(days, 'day', 'days')} left` : `${counted(-days, 'day', 'days')} overdue`;
};
