import { canonicalJson } from '#server/shared/canonical.ts'
import type { LeafScope } from '../context.ts'
import { type BlockRef, itemsOf, type LogRecord, type Query, type Range } from '../query.ts'
import type { Seen } from '../verdict.ts'
import type { Judgement } from './kind.ts'
import { headOfState, isReached, type Place } from './moment.ts'
import { sampledBlocks, slicesOf } from './sampledBlocks.ts'
import { unread } from './settling.ts'
import { factAt, type Look, looksAt, queriesAt, type Reading, type Subject, seenAt } from './stateReading.ts'
import { stateSentences, timeText } from './stateWording.ts'
import { holdingIn, holdingReads, type Token, unitOf } from './tokens.ts'
import { type Movement, movementQueries, movementsOf } from './transferLogs.ts'
import { amountText, sentences } from './wording.ts'

/** How long: the step's window, or so many seconds up to now. */
export type Span = 'window' | { heldFor: number }
export type Holding = { token: Token; gte: string; span: Span; measure: 'wallet' | 'total'; samples: number }

/** What is known once the head was read. `open`: the interval goes on; what is judged is what has passed of it. */
type Bounds = { from: Exclude<Place, string>; to: Place; open: boolean; range: Range }

const hasEnd = (span: Span, { range }: LeafScope) => span !== 'window' || range.toTime !== undefined || range.toBlock !== undefined

const subjectsOf = (token: Token, { wallets }: LeafScope): Subject[] =>
  wallets.map((wallet) => ({ wallet, reads: holdingReads(token, wallet) }))

/** In rounds: the state now; the state where the interval begins and ends and every transfer in between; for native coins the sampled blocks. */
export function planHeld(holding: Holding, { scope, read }: Reading): Query[] {
  const subjects = subjectsOf(holding.token, scope)
  const now = queriesAt(scope.finality, subjects, scope)
  const bounds = boundsOf(holding.span, { scope, read })
  if (!bounds || subjects.length === 0) return now
  const ends = [...now, ...queriesAt(bounds.from, subjects, scope), ...queriesAt(bounds.to, subjects, scope)]
  if (holding.token.standard !== 'native') return [...unique(ends), ...movementQueries(holding.token, bounds.range, scope)]
  const { boundaries, samples } = samplesOf(holding, { scope, read })
  return unique([...ends, ...[...boundaries, ...samples].flatMap((block) => queriesAt({ block: `${block}` }, subjects, scope))])
}

const unique = <Q extends Query>(queries: readonly Q[]) => [...new Map(queries.map((query) => [canonicalJson(query), query])).values()]

function boundsOf(span: Span, { scope, read }: Reading): Bounds | null {
  const head = headOfState(read, scope)
  if (!head) return null
  const now = head[scope.finality]
  if (span !== 'window') {
    const fromTime = now.time - span.heldFor
    return { from: { time: fromTime }, to: scope.finality, open: false, range: { fromTime } }
  }
  const { fromTime, toTime, fromBlock, toBlock } = scope.range
  const from = fromBlock !== undefined ? { block: fromBlock } : { time: fromTime ?? 0 }
  const end = toBlock !== undefined ? { block: toBlock } : { time: toTime ?? Number.MAX_SAFE_INTEGER }
  if (!isReached(from, head, scope)) return null
  const over = isReached(end, head, scope)
  return { from, to: over ? end : scope.finality, open: !over, range: scope.range }
}

const numberOf = (looks: readonly Look[]): BlockRef | undefined => looks[0]?.block

/** The blocks of the grid and, as far as their hashes are known, those chosen between them. */
function samplesOf(holding: Holding, reading: Reading): { boundaries: bigint[]; samples: bigint[] } {
  const bounds = boundsOf(holding.span, reading)
  const subjects = subjectsOf(holding.token, reading.scope)
  const [from, to] = bounds ? [numberOf(looksAt(bounds.from, subjects, reading)), numberOf(looksAt(bounds.to, subjects, reading))] : []
  if (!from || !to) return { boundaries: [], samples: [] }
  const first = BigInt(from.number)
  const slices = slicesOf(first, BigInt(to.number), holding.samples)
  const hashes = new Map(
    slices.boundaries.flatMap((block) => {
      const known = numberOf(looksAt({ block: `${block}` }, subjects, reading))
      return known ? [[block, known.hash] as const] : []
    }),
  )
  const samples = hashes.size < slices.boundaries.length ? [] : sampledBlocks(slices, hashes, { from: first, to })
  return { boundaries: slices.boundaries, samples }
}

/** What was held at one block; `txHash`: what made it so. */
type Level = { amount: bigint; block: bigint; txHash?: string }
/** Levels of one wallet, or of all together, oldest first. `true`: they explain the balance at the end. */
type History = { look: Look; wallets: string[]; levels: Level[]; explained: boolean }

export function judgeHeld(holding: Holding, { scope, read }: Reading): Judgement {
  const problem = unread(read, scope)
  if (problem) return problem
  if (!hasEnd(holding.span, scope)) return { status: 'error', seen: [], next: stateSentences.windowNeedsEnd(), facts: [] }
  const bounds = boundsOf(holding.span, { scope, read })
  const head = headOfState(read, scope)
  if (!head) return { status: 'error', seen: [], next: sentences.cannotRead(scope.chain), code: 'chain.cannot-read', facts: [] }
  if (!bounds)
    return {
      status: 'pending',
      seen: [],
      next: stateSentences.notYet(scope.chain, head[scope.finality].number),
      code: 'chain.not-yet',
      facts: [],
    }
  const histories = historiesOf(holding, bounds, { scope, read })
  if (!histories) return { status: 'error', seen: [], next: sentences.cannotRead(scope.chain), code: 'chain.cannot-read', facts: [] }
  if (histories.some(({ explained }) => !explained))
    return { status: 'error', seen: [], next: stateSentences.transfersDoNotShow(), facts: [] }
  const best = histories.toSorted((a, b) => compare(lowest(b).amount, lowest(a).amount))[0]
  if (!best) return { status: 'error', seen: [], next: sentences.cannotRead(scope.chain), code: 'chain.cannot-read', facts: [] }
  return verdictOn(best, { holding, bounds, scope })
}

const compare = (a: bigint, b: bigint) => (a === b ? 0 : a < b ? -1 : 1)
const lowest = ({ levels }: History): Level => levels.reduce((least, level) => (level.amount < least.amount ? level : least))

function verdictOn(history: History, { holding, bounds, scope }: { holding: Holding; bounds: Bounds; scope: LeafScope }): Judgement {
  const { token, gte } = holding
  const unit = unitOf(token, scope.chain)
  const least = lowest(history)
  const enough = least.amount >= BigInt(gte)
  const sampled = token.standard === 'native' ? history.levels.length : undefined
  const text = enough
    ? stateSentences.heldAtLeast(amountText(least.amount, unit), sampled)
    : stateSentences.heldOnly(amountText(least.amount, unit), amountText(BigInt(gte), unit), `${least.block}`)
  const seen: Seen = {
    ...seenAt(history.look, text, scope),
    blockNumber: `${least.block}`,
    ...(least.txHash === undefined ? {} : { txHash: least.txHash }),
  }
  if (!enough) return { status: 'fail', seen: [seen], code: 'chain.unmet', facts: [] }
  const { wallets, levels } = history
  const decoded = { token, wallets, least: least.amount.toString(), from: `${levels[0]?.block}`, levels: levels.length }
  const facts = [factAt(history.look, 'held', { chain: scope.chain, decoded })]
  if (!bounds.open) return { status: 'pass', seen: [seen], facts }
  const until = scope.range.toTime === undefined ? scope.range.toBlock : timeText(scope.range.toTime)
  return { status: 'pending', seen: [seen], next: stateSentences.holdUntil(until ?? ''), code: 'chain.hold-on', facts }
}

/** Null when something is missing in the evidence. */
function historiesOf(holding: Holding, bounds: Bounds, reading: Reading): History[] | null {
  const { token, measure } = holding
  const subjects = subjectsOf(token, reading.scope)
  const [starts, ends] = [looksAt(bounds.from, subjects, reading), looksAt(bounds.to, subjects, reading)]
  if (subjects.length === 0 || starts.length < subjects.length || ends.length < subjects.length) return null
  const held = (look: Look, atStart = false) => (atStart && isAbsent(token, look) ? 0n : holdingIn(token, look.wallet, look.values))
  const pairs = subjects.map(({ wallet }, index) => ({ wallet, start: starts[index], end: ends[index] }))
  const walls = pairs.flatMap(({ wallet, start, end }) => {
    const [before, after] = [start && held(start, true), end && held(end)]
    return start && end && before != null && after != null ? [{ wallets: [wallet], start, end, before, after }] : []
  })
  const [first] = walls
  if (!first || walls.length < subjects.length) return null
  const summed = {
    ...first,
    wallets: walls.flatMap(({ wallets }) => wallets),
    before: walls.reduce((sum, { before }) => sum + before, 0n),
    after: walls.reduce((sum, { after }) => sum + after, 0n),
  }
  const groups = measure === 'total' ? [summed] : walls
  const histories = groups.map((group) =>
    token.standard === 'native' ? sampledHistory(group, holding, reading) : loggedHistory(group, token, { bounds, reading }),
  )
  return histories.every((history) => history !== null) ? histories : null
}

type Group = { wallets: string[]; start: Look; end: Look; before: bigint; after: bigint }

/** The token may be younger than the interval: nobody held it then. */
const isAbsent = (token: Token, { values }: Look) => token.standard !== 'native' && values.every((value) => value === '0x')

/** Levels at the ends of blocks: what comes and goes within one block was held. */
function loggedHistory(
  group: Group,
  token: Exclude<Token, { standard: 'native' }>,
  { bounds, reading }: { bounds: Bounds; reading: Reading },
): History {
  const [first, last] = [BigInt(group.start.block.number), BigInt(group.end.block.number)]
  const planned = new Set(movementQueries(token, bounds.range, reading.scope).map((query) => canonicalJson(query)))
  const items = itemsOf(reading.read, 'evm.logs').filter(({ query }) => planned.has(canonicalJson(query)))
  const records = items.flatMap((item): LogRecord[] => item.records)
  const moves = movementsOf(token, records, group.wallets).filter(({ block }) => block > first && block <= last)
  const levels: Level[] = [{ amount: group.before, block: first }]
  for (const [block, inBlock] of Map.groupBy(moves, (move) => move.block))
    levels.push(levelAfter(levels.at(-1)?.amount ?? 0n, block, inBlock))
  return {
    look: group.end,
    wallets: group.wallets,
    levels,
    explained: items.length === planned.size && levels.at(-1)?.amount === group.after,
  }
}

function levelAfter(before: bigint, block: bigint, moves: readonly Movement[]): Level {
  const amount = moves.reduce((sum, move) => sum + move.amount, before)
  const txHash = moves.findLast((move) => move.amount < 0n)?.txHash
  return { amount, block, ...(txHash === undefined ? {} : { txHash }) }
}

function sampledHistory(group: Group, holding: Holding, reading: Reading): History | null {
  const { boundaries, samples } = samplesOf(holding, reading)
  const blocks = [...new Set([...boundaries, ...samples])].toSorted(compare)
  const subjects = subjectsOf(holding.token, reading.scope).filter(({ wallet }) => group.wallets.includes(wallet))
  const between = blocks.map((block): Level | null => {
    const looks = looksAt({ block: `${block}` }, subjects, reading)
    const amounts = looks.map(({ wallet, values }) => holdingIn(holding.token, wallet, values))
    if (looks.length < subjects.length || amounts.some((amount) => amount === null)) return null
    return { amount: amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n), block }
  })
  const known = between.filter((level) => level !== null)
  if (known.length < between.length) return null
  const ends = [
    { amount: group.before, block: BigInt(group.start.block.number) },
    ...known,
    { amount: group.after, block: BigInt(group.end.block.number) },
  ]
  return { look: group.end, wallets: group.wallets, levels: ends, explained: true }
}
