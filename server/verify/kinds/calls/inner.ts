import type { Digits } from './hexWords.ts'

/** How surely a call was carried out. `unproven`: it was allowed to fail and nothing that we read says that it did not. */
export type Outcome = 'success' | 'failed' | 'unproven'

/** A call found inside another one. `delegate`: code run in place of the caller, which is no call to that address. */
export type Inner = {
  to: string
  value: bigint
  input: Digits
  outcome: Outcome
  delegate?: true
}

/** What stands in a wrapper's input; `rest`: it holds more than were asked for. */
export type Opened = { inner: Inner[]; rest: boolean }

/** Opens a list of any kind up to `most` elements. Null when one of them cannot be read: then nothing of it is believed. */
export function openEach(length: number, most: number, read: (index: number) => Inner | null): Opened | null {
  const inner: Inner[] = []
  for (let index = 0; index < Math.min(length, most); index++) {
    const one = read(index)
    if (one === null) return null
    inner.push(one)
  }
  return { inner, rest: length > most }
}

/** What is known of a call inside another: no surer than the one around it. */
export function within(outer: Outcome, own: Outcome): Outcome {
  return outer === 'success' ? own : outer
}
