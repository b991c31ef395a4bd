/** One thing that a probe looked at. `bad`: the definition promises what the endpoint does not do; `note`: worth knowing, promised nowhere. */
export type Finding = { readonly what: string; readonly state: 'ok' | 'note' | 'bad'; readonly detail: string }

export type ProbeOptions = { readonly timeoutMs?: number; now(): number }

export const finding = (what: string, state: Finding['state'], detail: string): Finding => ({ what, state, detail })
