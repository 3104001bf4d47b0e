/** Somebody with an account. `id` is what the record keeps; name and e-mail may change. */
export type Person = { readonly id: string; readonly name: string; readonly email: string };
