/** Who asked for what is kept about them, and who was erased. */
export interface PrivacyTables {
  access_request: { id: string; person: string; asked_by: string; asked_at: string; answered_at: string | null };
  /** `files` were destroyed with it. The person's id stays in the record; who it was does not. */
  erasure: { person: string; by: string; at: string; reason: string; files: number };
}
