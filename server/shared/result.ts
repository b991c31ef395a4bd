/** An answer that may be a refusal: for rules whose refusal is a normal outcome, not an exception. */
export type Result<T, R = string> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: R }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })
export const refused = <R>(reason: R): { readonly ok: false; readonly reason: R } => ({ ok: false, reason })
