import type { MoveView, TokenView } from '#server/money/moneyViews.ts'
import { CairnError } from '#server/shared/errors.ts'
import {
  type NewsView,
  type NoticeKind,
  type NoticeSetting,
  type NoticeView,
  noticeKinds,
  type PendingItem,
  type Sum,
  safetyKinds,
} from './newsViews.ts'
import type { NoticeRow, NoticeStore } from './noticeStore.ts'
import { noticeTitles } from './noticeTitles.ts'
import { isMovePending, isQuestPending, usualSettleMs } from './pending.ts'
import type { PendingStore } from './pendingStore.ts'

export type NewsDeps = {
  notices: NoticeStore
  pending: PendingStore
  /** The member's movements, newest first. */
  history(accountId: string): Promise<MoveView[]>
  /** Tokens of the slot, as far as they are known. */
  tokens(): Promise<readonly TokenView[]>
  now(): number
}

/** Most of each kind that the tray shows: what is older settles or is on its own page. */
const mostPending = 20
const latestNotices = 5
const recentBatches = 20

/** Everything of a member that is not settled, and what was told last. It is read anew each time: nothing is lost by closing a tab. */
export async function readNews(deps: NewsDeps, { accountId }: { accountId: string }): Promise<NewsView> {
  const [cubes, history, started, unread, latest] = await Promise.all([
    deps.pending.cubes(accountId, mostPending),
    deps.history(accountId),
    deps.pending.quests(accountId, mostPending),
    deps.notices.unread(accountId),
    deps.notices.list(accountId, null, latestNotices),
  ])
  const now = deps.now()
  const moves = history.filter((move) => isMovePending(move, now)).slice(0, mostPending)
  const tokens = await tokensFor(deps, [...moves, ...latest.map(({ facts }) => facts)])
  const settles = cubes.length + moves.length > 0
  return {
    pending: [
      ...cubes,
      ...moves.map((move) => moveItem(move, tokens)),
      ...started
        .filter(isQuestPending)
        .map(({ closesAt, ...quest }) => ({ kind: 'quest' as const, ...quest, closesAt: closesAt.toISOString() })),
    ],
    usualMs: settles ? usualSettleMs(await deps.pending.settleTimes(recentBatches)) : null,
    unread,
    latest: latest.map((row) => noticeView(row, tokens)),
  }
}

/** A page of what the member was told, newest first, and the id that the next one begins below. */
export async function listNotices(
  deps: NewsDeps,
  { accountId, before, limit }: { accountId: string; before: number | null; limit: number },
): Promise<{ items: NoticeView[]; next: number | null }> {
  const rows = await deps.notices.list(accountId, before, limit + 1)
  const shown = rows.slice(0, limit)
  const tokens = await tokensFor(
    deps,
    shown.map(({ facts }) => facts),
  )
  return { items: shown.map((row) => noticeView(row, tokens)), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

export async function readSettings({ notices }: NewsDeps, { accountId }: { accountId: string }): Promise<NoticeSetting[]> {
  const muted = new Set(await notices.muted(accountId))
  return noticeKinds.map((kind) => ({ kind, title: noticeTitles[kind], wanted: safetyKinds.has(kind) ? null : !muted.has(kind) }))
}

/** Throws `input.invalid` for a kind that everyone is always told of. */
export async function changeSetting({ notices }: NewsDeps, input: { accountId: string; kind: NoticeKind; wanted: boolean }): Promise<void> {
  if (safetyKinds.has(input.kind))
    throw new CairnError('input.invalid', 'Everyone is always told of this.', {
      meta: { field: 'kind', found: input.kind, expected: 'a kind that may be muted' },
    })
  if (input.wanted) await notices.unmute(input.accountId, input.kind)
  else await notices.mute(input.accountId, input.kind)
}

type Tokens = readonly TokenView[]

/** Only asked for where something names a token: L2 may be away, and the rest must not wait for it. */
async function tokensFor(deps: NewsDeps, parts: readonly { amount?: string | null }[]): Promise<Tokens> {
  return parts.some(({ amount }) => amount !== undefined && amount !== null) ? deps.tokens() : []
}

const sumOf = (amount: string | null | undefined, token: number | undefined, tokens: Tokens): Sum | null =>
  amount === null || amount === undefined ? null : { amount, token: tokens.find(({ id }) => id === token) ?? null }

function moveItem(move: MoveView, tokens: Tokens): PendingItem {
  const { id, kind, amount, token, party, state, batch, times } = move
  const quest = party?.kind === 'quest' ? party.title : null
  return { kind: 'move', id, move: kind, sum: sumOf(amount, token, tokens), quest, state, batch, at: times.acceptedAt }
}

const noticeView = ({ createdAt, readAt, ...row }: NoticeRow, tokens: Tokens): NoticeView => ({
  ...row,
  sum: sumOf(row.facts.amount, row.facts.token, tokens),
  at: createdAt.toISOString(),
  read: readAt !== null,
})
