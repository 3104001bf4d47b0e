/** Files that nobody is meant to have any more, and since when. */
export interface DoomedFileTables {
  doomed_file: { hash: string; at: string };
}
