import type { NoticeFacts, NoticeKind } from '#drizzle/schema/news.ts'
import type { CredentialState } from '#server/credentials/credentialViews.ts'
import type { MoveKind, MoveState, TokenView } from '#server/money/moneyViews.ts'
import type { Text } from '#server/verify/verdict.ts'

export { type NoticeFacts, type NoticeKind, noticeKinds } from '#drizzle/schema/news.ts'

/** Told whatever the member wants: what concerns the safety of the account. */
export const safetyKinds: ReadonlySet<NoticeKind> = new Set([
  'wallet.linked',
  'wallet.removed',
  'wallet.primary',
  'wallet.announced',
  'wallet.stopped',
  'account.merged',
  'session.new',
])

export type QuestName = { slug: string; title: Text; category: string }

/** A sum of a token: `amount` is decimal, in the token's smallest unit; null while the slot's tokens are not known. */
export type Sum = { amount: string; token: TokenView | null }

/** One thing of a member that is not settled yet. Times are ISO 8601. */
export type PendingItem =
  | {
      kind: 'cube'
      id: string
      quest: QuestName
      /** Wallet that it is minted to. */
      holder: string
      state: CredentialState
      /** The project's own signer has not signed it yet. */
      waitsFor: 'issuer' | null
      batch: number | null
      index: number | null
      at: string
    }
  | {
      kind: 'move'
      id: string
      move: MoveKind
      sum: Sum | null
      quest: QuestName['title'] | null
      state: MoveState
      batch: number | null
      at: string
    }
  /** `waiting`: steps whose facts are there and not final yet. */
  | { kind: 'quest'; id: string; quest: QuestName; passed: number; steps: number; waiting: number; closesAt: string }

/** `sum`: of the facts' token and amount. */
export type NoticeView = {
  id: number
  kind: NoticeKind
  facts: NoticeFacts
  sum: Sum | null
  quest: QuestName | null
  at: string
  read: boolean
}

/** What the head of every page shows a member. `usualMs`: from acceptance to finality, by recent batches; null without one, or when nothing settles. */
export type NewsView = { pending: PendingItem[]; usualMs: number | null; unread: number; latest: NoticeView[] }

/** Whether a member wants to be told of a kind; null where everyone is always told: what concerns the safety of the account. */
export type NoticeSetting = { kind: NoticeKind; title: Text; wanted: boolean | null }
