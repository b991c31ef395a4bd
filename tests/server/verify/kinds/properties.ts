import fc from 'fast-check'
import { expect } from 'vitest'
import { canonicalJson } from '#server/shared/canonical.ts'
import type { EvidenceItem, Query, RecordOf } from '#server/verify/query.ts'
import { parseRule } from '#server/verify/rule.ts'
import { judgeEvidence, type Verified } from '#server/verify/run.ts'
import { type Given, judgeLeaf } from './cases.ts'

export type Case = [name: string, leaf: object, given: Given, status: string, seen?: string]

/** One row of a kind's table: the verdict, its first sentence, and that both languages say it and a way on is named. */
export function expectVerdict(leaf: object, given: Given, status: string, seen?: string) {
  const { verdict } = judgeLeaf(leaf, given)
  const { trace } = verdict
  expect(verdict.status).toBe(status)
  if (seen !== undefined) expect(trace.seen[0]?.text.en).toBe(seen)
  for (const { en, ja } of [trace.wanted, ...trace.seen.map(({ text }) => text), ...(trace.next ? [trace.next] : [])]) {
    expect(en.trim()).not.toBe('')
    expect(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(ja)).toBe(true)
  }
  if (status !== 'pass') expect(trace.seen.length > 0 || trace.next !== undefined || (given.records ?? []).length === 0).toBe(true)
}

/** Whatever stands in the records: the judge answers, and never with a pass. The records must be ones that no right verdict passes. */
export function expectNeverWrong<T extends Query['type']>(leaf: object, records: fc.Arbitrary<RecordOf[T]>, numRuns = 300) {
  fc.assert(
    fc.property(fc.array(records, { maxLength: 4 }), (found) => {
      expect(['fail', 'pending', 'error']).toContain(judgeLeaf(leaf, { records: found }).verdict.status)
    }),
    { numRuns },
  )
}

/** A change of any one character of what was read gives another digest, and an answer to another question is no answer. */
export function expectEveryByteCounts(leaf: object, given: Given) {
  const whole = judgeLeaf(leaf, given)
  const text = canonicalJson(whole.bundle.leaves.map(({ items }) => items))
  const names = [...text.matchAll(/"[^"\\]*":/g)]
  const isName = (at: number) => names.some(({ index, 0: name }) => at > index && at < index + name.length)
  const places = [...text.matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => index).filter((at) => !isName(at))
  fc.assert(
    fc.property(fc.constantFrom(...places), (at) => {
      const other = text[at] === '1' ? '2' : '1'
      const changed = parsed(`${text.slice(0, at)}${other}${text.slice(at + 1)}`)
      if (!changed) return
      const leaves = whole.bundle.leaves.map((one, index) => ({ ...one, items: changed[index] ?? [] }))
      expect(rejudged(leaf, whole, leaves).digest).not.toBe(whole.digest)
    }),
    { numRuns: 200 },
  )
}

type Leaves = Verified['bundle']['leaves']

/** The changed items; null where the change broke the JSON itself, which no bundle can be. */
function parsed(text: string): EvidenceItem[][] | null {
  try {
    return JSON.parse(text) as EvidenceItem[][]
  } catch {
    return null
  }
}

const rejudged = (leaf: object, whole: Verified, leaves: Leaves) =>
  judgeEvidence(parseRule(leaf), { context: whole.bundle.context }, leaves)

/** The verdict when every answer belongs to another question than the one that was asked. */
export function judgeForeign(leaf: object, given: Given, change: (query: Query) => Query): string {
  const whole = judgeLeaf(leaf, given)
  const leaves = whole.bundle.leaves.map((one) => ({
    ...one,
    items: one.items.map((item) => ({ ...item, query: change(item.query) }) as EvidenceItem),
  }))
  return rejudged(leaf, whole, leaves).verdict.status
}

/** What is wrong with a leaf, or null: the path of the first issue. */
export function refusedAt(leaf: object): string | null {
  try {
    parseRule(leaf)
    return null
  } catch (error) {
    return (error as { meta: { field: string } }).meta.field
  }
}
