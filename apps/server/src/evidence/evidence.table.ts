/** Read models of evidence items, claims and concerns, kept by `evidence.projection.ts`. */
export interface EvidenceTables {
  item: {
    item: string;
    submission: string;
    candidate: string;
    provider: string;
    status: string;
    version: number;
    title: string;
    component: string;
    method: string;
    dated: string;
    /** What was submitted; where there is a corrected copy, that is read instead. */
    hash: string;
    bytes: number;
    media_type: string;
    file_name: string;
    ai_use: string | null;
    corrected_hash: string | null;
    corrected_bytes: number | null;
    corrected_media_type: string | null;
    corrected_file_name: string | null;
    /** Since when it is returned, quarantined or held for a safeguarding concern; null while it is not. */
    held_at: string | null;
  };
  /** What a person uploaded or wrote; `words` where it is text, `noted_at` null where it came before that was noted. */
  upload: {
    hash: string;
    person: string;
    bytes: number;
    media_type: string;
    words: number | null;
    noted_at: string | null;
  };
  claim: { item: string; submission: string; statement: string; place: string };
  /** What was reported about an item, at a version of it: a `minor` or `major` breach of confidentiality, or `safeguarding`. */
  concern: {
    item: string;
    version: number;
    submission: string;
    kind: string;
    says: string;
    place: string | null;
    raised_by: string;
    raised_at: string;
    settled_at: string | null;
    settled_by: string | null;
    /** What a moderator wrote as they released the item or cleared the concern. */
    settled_reason: string | null;
  };
}
