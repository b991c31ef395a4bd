import type { AccountLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { tokensPerAccount } from '#server/rollup/protocol/constants.gen.ts'
import { decodeLedgerTx, type LedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { CLAIMED } from '#server/rollup/state/apply/claimReward.ts'
import { toAccountLeaf, toCredential, toQuestLeaf } from '#server/rollup/state/leafFields.ts'
import { type NodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import { CairnError } from '#server/shared/errors.ts'
import { keyView } from './keys.ts'
import type { EarnedRow, LedgerRow, MoneyStore } from './moneyStore.ts'
import type { BalanceView, ClaimableView, KeyView, MoneyView, MoveView, SlotAccountView, SlotView } from './moneyViews.ts'
import { inboxMove, ledgerMove, payableMove, relayMove, sendMove } from './moves.ts'
import { takenBy } from './taken.ts'

export type MoneyDeps = {
  money: MoneyStore
  nodes: NodeStore
  /** Where the slot is, and its tokens as L2 lists them. */
  slot(): Promise<SlotView>
}

/** Lines of the history; older ones are in the explorer. */
const historyLength = 50
const mostRewards = 500

/** Whose slot account is meant: that of the member's primary wallet, or of another wallet of the member. */
export type MoneyOf = { accountId: string; wallet?: string | undefined }

/** Everything about the money of one member: where the account and its key stand, what it holds, what it may claim, what moved. */
export async function readMoney(deps: MoneyDeps, { accountId, wallet }: MoneyOf): Promise<MoneyView> {
  const [slot, account] = await Promise.all([deps.slot(), slotAccount(deps.money, { accountId, wallet })])
  const accounts = await deps.money.slotAccounts(accountId)
  const sends = await deps.money.sends(accountId, historyLength)
  if (account.index === null) {
    const none = { state: 'none', x: null, y: null, activeAt: null, number: null } as const
    return { slot, account, accounts, key: none, balances: [], claimable: [], moves: sends.map(sendMove) }
  }
  const { index } = account
  const batch = await deps.nodes.latest()
  const waiting = (await deps.money.waiting(index)).map(decodeLedgerTx)
  const [key, balances, claimable, moves] = await Promise.all([
    readKey(deps, { accountId, index, batch }),
    readBalances(deps, { index, batch, waiting, slot }),
    readClaimable(deps, { accountId, index, batch, waiting }),
    readMoves(deps, { accountId, index, batch }),
  ])
  return { slot, account, accounts, key, balances, claimable, moves }
}

/** What moved, newest first: the history alone, without L2. */
export async function readHistory(deps: Omit<MoneyDeps, 'slot'>, { accountId }: { accountId: string }): Promise<MoveView[]> {
  const { index } = await slotAccount(deps.money, { accountId })
  if (index === null) return (await deps.money.sends(accountId, historyLength)).map(sendMove)
  return readMoves(deps, { accountId, index, batch: await deps.nodes.latest() })
}

/** The slot account of a member's wallet. An index counts once its batch is final: before, it could still go to somebody else. */
export async function slotAccount(money: MoneyStore, { accountId, wallet }: MoneyOf): Promise<SlotAccountView> {
  const row = await money.slotAccount(accountId, wallet)
  if (!row) throw new CairnError('not-found', 'There is no such member.', { meta: { field: 'account' } })
  if (row.index === null) return { wallet: row.wallet, index: null, state: (await money.isOpening(row.wallet)) ? 'opening' : 'none' }
  return { wallet: row.wallet, index: row.index, state: row.batch === 'final' ? 'ready' : 'opening' }
}

type At = { accountId: string; index: number; batch: number }

export async function accountLeaf({ nodes }: Pick<MoneyDeps, 'nodes'>, index: number, batch: number): Promise<AccountLeaf | null> {
  const [fields] = await nodes.leaves([{ tree: treeIds.accounts, index }], batch)
  return fields ? toAccountLeaf(fields) : null
}

async function readKey(deps: MoneyDeps, { accountId, index, batch }: At): Promise<KeyView> {
  const [leaf, items, relays, sends] = await Promise.all([
    accountLeaf(deps, index, batch),
    deps.money.keyItems(index),
    deps.money.relays(index),
    deps.money.sends(accountId, historyLength),
  ])
  const underWay =
    relays.some(({ status }) => status !== 'reverted') || sends.some(({ kind, status }) => kind === 'setKey' && status !== 'reverted')
  return keyView(leaf, items, underWay)
}

async function readBalances(
  { nodes }: MoneyDeps,
  { index, batch, waiting, slot }: { index: number; batch: number; waiting: readonly LedgerTx[]; slot: SlotView },
): Promise<BalanceView[]> {
  const keys = slot.tokens.map(({ id }) => ({ tree: treeIds.vaults, level: 0, index: index * tokensPerAccount + id }))
  const held = await nodes.nodes(keys, batch)
  return slot.tokens.map(({ id }, i) => {
    const amount = held[i] ?? 0n
    const left = amount - waiting.reduce((sum, tx) => sum + takenBy(tx, id), 0n)
    return { token: id, amount: String(amount), available: String(left > 0n ? left : 0n) }
  })
}

/** Rewards that the slot holds for the member: minted, neither claimed nor revoked, and no claim under way. */
async function readClaimable(
  { money, nodes }: MoneyDeps,
  { accountId, index, batch, waiting }: At & { waiting: readonly LedgerTx[] },
): Promise<ClaimableView[]> {
  const earned = await money.earned(accountId, mostRewards)
  const asked = new Set(waiting.flatMap((tx) => (tx.kind === 'claimReward' ? [tx.credential] : [])))
  const leaves = await nodes.leaves(
    earned.map((row) => ({ tree: treeIds.credentials, index: row.index })),
    batch,
  )
  const open = earned.flatMap((row, i): { row: EarnedRow; quest: number }[] => {
    const fields = leaves[i]
    if (!fields || asked.has(row.index)) return []
    const { leaf, revoked } = toCredential(fields)
    const mine = leaf.account === BigInt(index) && revoked === null && (leaf.flags & CLAIMED) === 0n
    return mine ? [{ row, quest: Number(leaf.quest) }] : []
  })
  const quests = await nodes.leaves(
    open.map(({ quest }) => ({ tree: treeIds.quests, index: quest })),
    batch,
  )
  return open.flatMap(({ row, quest }, i): ClaimableView[] => {
    const fields = quests[i]
    if (!fields) throw new CairnError('internal', 'A credential’s quest is not in the slot.', { meta: { field: 'quest', found: quest } })
    const { rewardPerMint, rewardToken } = toQuestLeaf(fields)
    if (rewardPerMint === 0n) return []
    return [
      { credential: row.index, quest: { slug: row.slug, title: row.title }, token: Number(rewardToken), amount: String(rewardPerMint) },
    ]
  })
}

async function readMoves(deps: Omit<MoneyDeps, 'slot'>, { accountId, index, batch }: At): Promise<MoveView[]> {
  const { money } = deps
  const [ledger, inbox, payables, sends, relays] = await Promise.all([
    money.ledger(index, historyLength),
    money.inbox(index, historyLength),
    money.refunds(index, historyLength),
    money.sends(accountId, historyLength),
    money.relays(index),
  ])
  const txs = ledger.map(({ tx }) => decodeLedgerTx(tx.words ?? []))
  const claims = txs.flatMap((tx) => (tx.kind === 'claimReward' ? [tx.credential] : []))
  const [members, quests, amounts] = await Promise.all([
    money.names(txs.flatMap((tx) => (tx.kind === 'transfer' ? [tx.account === index ? tx.to : tx.account] : []))),
    money.credentialQuests(claims),
    rewardsOf(deps, claims, batch),
  ])
  const withReward = (row: LedgerRow, i: number): MoveView => {
    const move = ledgerMove(row, index, { members, quests })
    const tx = txs[i]
    const reward = tx?.kind === 'claimReward' ? amounts.get(tx.credential) : undefined
    return reward ? { ...move, ...reward } : move
  }
  const moves = [
    ...ledger.map(withReward),
    ...inbox.flatMap((row) => inboxMove(row) ?? []),
    ...payables.map(payableMove),
    ...sends.map(sendMove),
    ...relays.map(relayMove),
  ]
  return moves.sort((a, b) => b.times.acceptedAt.localeCompare(a.times.acceptedAt)).slice(0, historyLength)
}

/** What the claims of these credentials bring. */
async function rewardsOf({ nodes }: Pick<MoneyDeps, 'nodes'>, claims: number[], batch: number) {
  const credentials = await nodes.leaves(
    claims.map((index) => ({ tree: treeIds.credentials, index })),
    batch,
  )
  const quests = await nodes.leaves(
    credentials.map((fields) => ({ tree: treeIds.quests, index: fields ? Number(toCredential(fields).leaf.quest) : -1 })),
    batch,
  )
  return new Map(
    claims.flatMap((index, i) => {
      const fields = quests[i]
      if (!fields) return []
      const { rewardPerMint, rewardToken } = toQuestLeaf(fields)
      return [[index, { token: Number(rewardToken), amount: String(rewardPerMint) }] as const]
    }),
  )
}
