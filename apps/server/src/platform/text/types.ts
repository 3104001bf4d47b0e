import type { FileType } from '../files/types.ts';

const textTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain',
  'text/markdown',
] as const satisfies readonly FileType[];

/** A kind of file that has text. */
export type TextType = (typeof textTypes)[number];

/** Whether a kind of file has text. */
export function hasText(type: string): type is TextType {
  return textTypes.some((one) => one === type);
}
