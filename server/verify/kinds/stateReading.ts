import { canonicalJson } from '#server/shared/canonical.ts'
import type { LeafScope } from '../context.ts'
import type { Fact } from '../evidence.ts'
import {
  type BlockRef,
  type EvidenceItem,
  type EvidenceOf,
  type HeadRef,
  itemsOf,
  type Query,
  type StateQuery,
  type StateRead,
  type StateRecord,
} from '../query.ts'
import type { Seen, Text } from '../verdict.ts'
import type { Judgement } from './kind.ts'
import { fits, headOfState, isReached, type Moment, type Place, placeOf } from './moment.ts'
import { unread } from './settling.ts'
import { stateSentences } from './stateWording.ts'
import { sentences } from './wording.ts'

/** What is read for one wallet, and what was answered for all of it at one block. */
export type Subject = { wallet: string; reads: readonly StateRead[] }
export type Look = { wallet: string; block: BlockRef; values: (string | null)[] }

/** What a kind makes of values: enough or not, in words, with the facts it rests on; or why nothing can be said. `met`: how close it comes. */
export type Opinion = { ok: boolean; met: number; seen: Seen; facts: Fact[] } | { unreadable: Text }
export type Assess = (looks: readonly Look[]) => Opinion[]

const queryOf = (read: StateRead, at: Place, { chain }: LeafScope): StateQuery => ({ type: 'evm.state', chain, read, at })

export function queriesAt(place: Place, subjects: readonly Subject[], scope: LeafScope): StateQuery[] {
  return subjects.flatMap(({ reads }) => reads.map((read) => queryOf(read, place, scope)))
}

/** Everything that tells the state at a moment. For one that is past the head is asked first: a block that is not there yet cannot be read. */
export function planState(at: Moment, subjects: readonly Subject[], { scope, read }: Reading): Query[] {
  if (at !== 'now') {
    const place = placeOf(at, scope)
    const head = headOfState(read, scope)
    const gate = queriesAt(scope.finality, subjects.slice(0, 1), scope).slice(0, 1)
    return head && isReached(place, head, scope) ? [...gate, ...queriesAt(place, subjects, scope)] : gate
  }
  const early = scope.finality === 'latest' ? [] : queriesAt('latest', subjects, scope)
  return [...queriesAt(scope.finality, subjects, scope), ...early]
}

export type Reading = { scope: LeafScope; read: readonly EvidenceItem[] }

/** What was answered at a place, by wallets that were read whole, all at the same block. What was not asked for counts for nothing. */
export function looksAt(place: Place, subjects: readonly Subject[], { scope, read }: Reading): Look[] {
  const items = itemsByQuery(read)
  const looks = subjects.flatMap(({ wallet, reads }): Look[] => {
    const records = reads.flatMap((one) => {
      const item = items.get(canonicalJson(queryOf(one, place, scope)))
      const [record] = item?.records ?? []
      return item?.head && isRecord(record) && fits(record.block, place, item.head, scope) ? [record] : []
    })
    const [first] = records
    if (!first || records.length < reads.length || records.some(({ block }) => block.hash !== first.block.hash)) return []
    return [{ wallet, block: first.block, values: records.map(({ value }) => value) }]
  })
  return looks.filter(({ block }) => block.hash === looks[0]?.block.hash)
}

/** Stored evidence may hold anything. */
function isRecord(record: StateRecord | undefined): record is StateRecord {
  const value: unknown = record?.value
  return typeof record?.block === 'object' && record.block !== null && (value === null || typeof value === 'string')
}

/** Judges look at the same evidence at many blocks: its order by query is made once. */
const known = new WeakMap<readonly EvidenceItem[], ReadonlyMap<string, EvidenceOf<'evm.state'>>>()

function itemsByQuery(read: readonly EvidenceItem[]): ReadonlyMap<string, EvidenceOf<'evm.state'>> {
  const made = known.get(read) ?? new Map(itemsOf(read, 'evm.state').map((item) => [canonicalJson(item.query), item]))
  known.set(read, made)
  return made
}

/** The verdict on the state at a moment: a pass rests on blocks as final as the leaf asks; what is there only at the head is pending. */
export function judgeState(at: Moment, subjects: readonly Subject[], assess: Assess, { scope, read }: Reading): Judgement {
  const place = at === 'now' ? scope.finality : placeOf(at, scope)
  const opinions = assess(looksAt(place, subjects, { scope, read }))
  const right = opinions.find((opinion) => 'ok' in opinion && opinion.ok)
  if (right && 'ok' in right) return { status: 'pass', seen: [right.seen], facts: right.facts.slice(0, 100) }
  const problem = unread(read, scope)
  if (problem) return problem
  const head = headOfState(read, scope)
  if (typeof place !== 'string' && head && !isReached(place, head, scope)) return notYet(head, scope)
  const blind = opinions.find((opinion) => 'unreadable' in opinion)
  if (blind && 'unreadable' in blind) return { status: 'error', seen: [], next: blind.unreadable, facts: [] }
  if (opinions.length === 0)
    return { status: 'error', seen: [], next: sentences.cannotRead(scope.chain), code: 'chain.cannot-read', facts: [] }
  if (at === 'now' && scope.finality !== 'latest') {
    const early = assess(looksAt('latest', subjects, { scope, read })).find((opinion) => 'ok' in opinion && opinion.ok)
    if (early && 'ok' in early)
      return { status: 'pending', seen: [early.seen], next: sentences.waitForFinality(), code: 'chain.not-final', facts: early.facts }
  }
  return { status: 'fail', seen: closest(opinions), code: 'chain.unmet', facts: [] }
}

function notYet(head: HeadRef, scope: LeafScope): Judgement {
  return {
    status: 'pending',
    seen: [],
    next: stateSentences.notYet(scope.chain, head[scope.finality].number),
    code: 'chain.not-yet',
    facts: [],
  }
}

function closest(opinions: readonly Opinion[]): Seen[] {
  const misses = opinions.filter((opinion) => 'ok' in opinion).toSorted((a, b) => b.met - a.met)
  return misses.slice(0, 1).map(({ seen }) => seen)
}

/** The sentence and the fact about one wallet at one block. */
export const seenAt = ({ wallet, block }: Pick<Look, 'wallet' | 'block'>, text: Text, { chain }: Pick<LeafScope, 'chain'>): Seen => ({
  text,
  chain,
  blockNumber: block.number,
  wallet: `eip155:${wallet}`,
})

export function factAt(
  { wallet, block }: Pick<Look, 'wallet' | 'block'>,
  call: string,
  about: { chain: string; decoded: Fact['decoded'] },
): Fact {
  const { chain, decoded } = about
  return { chain, blockNumber: block.number, blockHash: block.hash, call, wallet: `eip155:${wallet}`, decoded }
}
