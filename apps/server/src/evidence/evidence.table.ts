/** Read models of evidence items and claims, kept by `evidence.projection.ts`. */
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
    hash: string;
    bytes: number;
    media_type: string;
    file_name: string;
    ai_use: string | null;
  };
  /** What a person uploaded (`brought` is 1) or wrote here (0). */
  upload: { hash: string; person: string; bytes: number; media_type: string; brought: number };
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
}
