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
}
