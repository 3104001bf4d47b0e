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
  /** What a person uploaded (`brought` is 1) or wrote here (0); `noted_at` null where it came before that was noted. */
  upload: {
    hash: string;
    person: string;
    bytes: number;
    media_type: string;
    brought: number;
    noted_at: string | null;
  };
  /** An upload on its way in, under its id in the upload protocol; `outcome` is JSON once it is settled. */
  receiving: {
    upload: string;
    person: string;
    name: string;
    /** As declared at the beginning. */
    bytes: number;
    begun_at: string;
    outcome: string | null;
  };
  /** What a content says: read once, whoever brought it. */
  document_text: {
    hash: string;
    /** Null where there are none to count. */
    words: number | null;
    /** `read`, `cut` (more than is kept), `none` (no text in it) or `unreadable`. */
    status: string;
    text: string | null;
    /** MinHash of its shingles, base64; null where it says too little to compare. */
    signature: string | null;
  };
  document_band: { band: number; key: number; hash: string };
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
