/** What makes a box that scrolls by itself reachable and nameable for people without a mouse. */
export const scrollBox = (label: string) => ({ tabIndex: 0, role: 'group', 'aria-label': label }) as const;
