/**
 * The roles of a table, written out. On a phone the tables here are laid out as blocks, and Safari drops
 * a table's own roles together with its display: `<tr {...roles.row}>` keeps them.
 */
export const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader' },
  rowHeader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;
