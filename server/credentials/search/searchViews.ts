import type { Text } from '#server/verify/verdict.ts'
import type { CredentialView } from '../credentialViews.ts'

/** What a transaction that was searched for is: of the slot itself, or on L2 the one that proposed, proved, paid or brought something. */
export type TxRole = 'slot' | 'propose' | 'vote' | 'inbox' | 'pay'

/** One thing that was found. Names are as their owners wrote them; `wallet` is a wallet id. */
export type SearchHit =
  | { kind: 'quest'; slug: string; title: Text; category: string; space: string; ended: boolean }
  | { kind: 'space'; slug: string; name: string; quests: number }
  | { kind: 'member'; handle: string | null; wallet: string; cubes: number }
  | { kind: 'credential'; index: number; serial: number | null; quest: CredentialView['quest']; holder: CredentialView['holder'] }
  | { kind: 'batch'; number: number; status: 'sealed' | 'proposed' | 'voted' | 'final'; credentials: number }
  /** `batch` null: it waits for one. */
  | { kind: 'tx'; hash: string; role: TxRole; batch: number | null }

/** `more`: quests, spaces or members that fit, too, but were not listed. */
export type SearchResult = { query: string; hits: SearchHit[]; more: boolean }
