/** Text that somebody is typing: no fact and no read model, so that saving it waits for nothing. */
export interface DraftTables {
  draft: {
    person: string;
    device: string;
    /** What the text is for, in the portal's words. */
    place: string;
    text: string;
    saved_at: string;
    /** The version of the record that was on screen as it was typed; 0 where there was none. */
    version: number;
  };
}
