import type { AccountLeaf, EntryWitness, Path, QuestLeaf, VaultWitness } from '#server/rollup/protocol/circuitInputs.ts'
import { newAccount, trees } from '#server/rollup/protocol/constants.gen.ts'
import { mod } from '#server/rollup/protocol/field.ts'
import { isOnCurve } from '#server/rollup/protocol/schnorr.ts'
import type { SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { accountOf } from '#server/rollup/protocol/tx/openAccount.ts'
import { questOf } from '#server/rollup/protocol/tx/openQuest.ts'
import type { InboxTx } from '#server/rollup/protocol/words.ts'
import { emptyAccount, emptyCredential, emptyQuest } from '#server/rollup/state/leafFields.ts'
import { linksOf, noLinks, putAccount, putCredential, putQuest, revokeCredential, type Slot } from './modelSlot.ts'

export type Tx = InboxTx | SignedLedgerTx

const LIMIT = 1n << 96n
const DAYS_3 = 259_200n
const zeroPath = (depth: number): Path => Array.from({ length: depth }, (): [bigint, bigint] => [0n, 0n])
const noVault: VaultWitness = { balance: 0n, path: zeroPath(trees.vaults.depth) }
const isInbox = (tx: Tx): tx is InboxTx => 'authoriser' in tx

/** What a tx does when it is done, whether it may be or not. */
type Change = {
  account?: Partial<AccountLeaf>
  links?: readonly bigint[]
  quest?: QuestLeaf
  claims?: true
  revokes?: bigint
  /** Beside the fee. */
  native?: bigint
  own?: { token: number; amount: bigint }
  others?: bigint
}

/** What a tx is about: indices of what there is. */
type Parts = { account?: number; other?: number; quest?: number; credential?: number }

export const unusedEntry: EntryWitness = {
  account: emptyAccount,
  accountPath: zeroPath(trees.accounts.depth),
  links: noLinks,
  other: emptyAccount,
  otherPath: zeroPath(trees.accounts.depth),
  native: noVault,
  own: noVault,
  others: noVault,
  quest: emptyQuest,
  questPath: zeroPath(trees.quests.depth),
  credential: emptyCredential,
  credentialPath: zeroPath(trees.credentials.depth),
}

/**
 * Does one entry to `slot`. A ledger tx is done even when the rules refuse it: the result is the best that a cheating leader could ask the circuit
 * to prove. An inbox item is judged; `lie` takes the other decision.
 */
export function runEntry(slot: Slot, tx: Tx, { timestamp, lie }: { timestamp: number; lie: boolean }) {
  const parts = partsOf(slot, tx)
  const { account, other, quest, credential } = parts
  const leaf = (account === undefined ? undefined : slot.accountLeaves.get(account)) ?? emptyAccount
  const questLeaf = (quest === undefined ? undefined : slot.questLeaves.get(quest)) ?? emptyQuest
  const witness: EntryWitness = {
    ...unusedEntry,
    ...(account === undefined ? {} : { account: leaf, accountPath: slot.accounts.path(account), links: linksOf(slot, account) }),
    ...(other === undefined ? {} : { other: slot.accountLeaves.get(other) ?? emptyAccount, otherPath: slot.accounts.path(other) }),
    ...(quest === undefined ? {} : { quest: questLeaf, questPath: slot.quests.path(quest) }),
    ...(credential === undefined
      ? {}
      : { credential: slot.credentialLeaves.get(credential) ?? emptyCredential, credentialPath: slot.credentials.path(credential) }),
  }
  const done = !isInbox(tx) || allowed(slot, tx, parts, BigInt(timestamp)) !== lie
  const fee = isInbox(tx) || tx.kind === 'revoke' ? 0n : tx.fee
  const change = changeOf(slot, tx, witness, BigInt(timestamp))
  const vaults = moveMoney(slot, parts, { change, fee, done })
  if (done) write(slot, tx, parts, { change, leaf })
  return { witness: { ...witness, ...vaults }, done, fee }
}

function partsOf(slot: Slot, tx: Tx): Parts {
  const known = (index: number) => (index < slot.accountCount ? index : undefined)
  const inTree = (index: number) => (index < trees.quests.capacity ? index : undefined)
  const parts: Record<keyof Parts, number | undefined> = { account: undefined, other: undefined, quest: undefined, credential: undefined }
  if (tx.kind !== 'revoke') parts.account = known(tx.account)
  if (tx.kind === 'deposit' && tx.account === newAccount && slot.accountCount < trees.accounts.capacity) parts.account = slot.accountCount
  if (tx.kind === 'transfer') parts.other = known(tx.to)
  if (tx.kind === 'mergeInto') parts.other = known(tx.target)
  if ('quest' in tx) parts.quest = inTree(tx.quest)
  if ('credential' in tx && tx.credential < trees.credentials.capacity) {
    parts.credential = tx.credential
    const quest = slot.credentialLeaves.get(tx.credential)?.quest
    if (quest !== undefined) parts.quest = Number(quest)
  }
  return Object.fromEntries(Object.entries(parts).filter(([, index]) => index !== undefined))
}

function moveMoney(slot: Slot, { account, other }: Parts, { change, fee, done }: { change: Change; fee: bigint; done: boolean }) {
  const { native, own, others } = change
  const step = (index: number, amount: bigint): VaultWitness => {
    const witness = { balance: slot.vaults.at(0, index), path: slot.vaults.path(index) }
    if (done) slot.vaults.set(index, mod(witness.balance + amount))
    return witness
  }
  const token = own?.token ?? 0
  return {
    native: native !== undefined && account !== undefined ? step(81 * account, native - fee) : noVault,
    own: own && account !== undefined && token < 81 ? step(81 * account + token, own.amount) : noVault,
    others: others !== undefined && other !== undefined && token < 81 ? step(81 * other + token, others) : noVault,
  }
}

function write(slot: Slot, tx: Tx, parts: Parts, { change, leaf }: { change: Change; leaf: AccountLeaf }): void {
  const { account, quest, credential } = parts
  if (account !== undefined && (change.account || change.links || !isInbox(tx))) {
    const nonce = leaf.nonce + (isInbox(tx) ? 0n : 1n)
    putAccount(slot, account, { ...leaf, nonce, ...change.account }, change.links)
    if (account === slot.accountCount) slot.accountCount++
  }
  if (quest !== undefined && change.quest) putQuest(slot, quest, change.quest)
  const held = credential === undefined ? undefined : (slot.credentialLeaves.get(credential) ?? emptyCredential)
  if (credential !== undefined && held && change.claims) putCredential(slot, credential, { ...held, flags: held.flags | 1n })
  if (credential !== undefined && held && change.revokes !== undefined) revokeCredential(slot, credential, held, change.revokes)
}

function changeOf(slot: Slot, tx: Tx, { account, links, quest, credential }: EntryWitness, t: bigint): Change {
  const paid = isInbox(tx) ? {} : { native: 0n }
  switch (tx.kind) {
    case 'deposit':
      return {
        own: { token: tx.token, amount: tx.amount },
        ...(tx.account === newAccount ? { account: accountOf(tx.wallet) ?? {} } : {}),
      }
    case 'openQuest':
    case 'ledgerOpenQuest':
      return { native: -tx.feePool, own: { token: tx.rewardToken, amount: -tx.pool }, quest: questOf(tx) }
    case 'setKey': {
      const { keyX, keyY, identity, second } = tx
      if (account.keyY === 0n) return { account: { keyX, keyY, identity } }
      return { account: second === 0n ? { pendingKeyX: keyX, pendingKeyY: keyY, pendingAt: t + DAYS_3 } : { keyX, keyY } }
    }
    case 'activateKey':
      return { account: { keyX: account.pendingKeyX, keyY: account.pendingKeyY, pendingKeyX: 0n, pendingKeyY: 0n, pendingAt: 0n } }
    case 'cancelKey':
      return { account: { pendingKeyX: 0n, pendingKeyY: 0n, pendingAt: 0n } }
    case 'forcedWithdraw':
    case 'withdraw':
      return { ...paid, own: { token: tx.token, amount: -tx.amount } }
    case 'transfer':
      return { ...paid, own: { token: tx.token, amount: -tx.amount }, others: tx.amount }
    case 'fundQuest':
      return {
        native: -tx.toFeePool,
        own: { token: Number(quest.rewardToken), amount: -tx.toPool },
        quest: { ...quest, pool: quest.pool + tx.toPool, feePool: quest.feePool + tx.toFeePool },
      }
    case 'closeQuest':
      return {
        native: quest.feePool,
        own: { token: Number(quest.rewardToken), amount: quest.pool },
        quest: { ...quest, closesAt: quest.closesAt < t ? quest.closesAt : t - 1n, pool: 0n, feePool: 0n },
      }
    case 'setIssuer':
      return { ...paid, quest: { ...quest, issuerKeyX: tx.keyX, issuerKeyY: tx.keyY } }
    case 'revoke': {
      const unclaimed = credential.flags % 2n === 0n
      const after = { ...quest, pool: quest.pool + quest.rewardPerMint, revokedUnclaimed: quest.revokedUnclaimed + 1n }
      return { revokes: BigInt(tx.reason), ...(unclaimed ? { quest: after } : {}) }
    }
    case 'claimReward':
      return {
        ...paid,
        claims: true,
        own: { token: Number(quest.rewardToken), amount: quest.rewardPerMint },
        quest: { ...quest, claimed: quest.claimed + 1n },
      }
    case 'linkWallet':
      return { ...paid, links: tx.place < 9 ? links.with(tx.place, tx.wallet) : links }
    case 'unlinkWallet':
      return { ...paid, links: tx.place < 9 ? links.with(tx.place, 0n) : links }
    case 'mergeInto': {
      const rest = slot.vaults.at(0, 81 * tx.account) - tx.fee
      return { native: -rest, others: rest, account: { movedTo: BigInt(tx.target) + 1n } }
    }
    default:
      return tx satisfies never
  }
}

/** The README's last column for inbox items. */
function allowed(slot: Slot, tx: InboxTx, parts: Parts, t: bigint): boolean {
  const account = parts.account === undefined ? undefined : slot.accountLeaves.get(parts.account)
  const balance = (token: number) => (parts.account === undefined ? 0n : slot.vaults.at(0, 81 * parts.account + token))
  if (tx.kind === 'deposit') {
    const reachable = tx.account === newAccount ? accountOf(tx.wallet) !== null && parts.account !== undefined : account !== undefined
    return reachable && tx.token <= 80 && balance(tx.token) + tx.amount < LIMIT
  }
  if (account === undefined || parts.account === undefined) return false
  const wallet = account.evm !== 0n ? account.evm : account.solanaDigest + (1n << 248n)
  const primary = tx.authoriser === wallet
  const linked = (word: bigint) => word !== 0n && linksOf(slot, parts.account ?? 0).includes(word)
  const isPending = account.pendingAt !== 0n
  switch (tx.kind) {
    case 'openQuest': {
      const free = parts.quest !== undefined && !slot.questLeaves.has(parts.quest)
      const sound = tx.closesAt >= tx.opensAt && tx.supply > 0 && tx.rewardToken <= 80
      const short = tx.feePool > balance(0) || tx.pool > balance(tx.rewardToken) - (tx.rewardToken === 0 ? tx.feePool : 0n)
      return primary && free && sound && !short && isOnCurve({ x: tx.issuerKeyX, y: tx.issuerKeyY })
    }
    case 'setKey': {
      if (!primary || !isOnCurve({ x: tx.keyX, y: tx.keyY })) return false
      if (account.keyX === 0n && account.keyY === 0n) return tx.identity !== 0n
      return tx.identity === 0n && !isPending && (tx.second === 0n || linked(tx.second))
    }
    case 'activateKey':
      return isPending && account.pendingAt <= t
    case 'cancelKey':
      return isPending && (tx.byLinked ? linked(tx.authoriser) : primary)
    case 'forcedWithdraw':
      return primary && tx.token <= 80 && tx.amount > 0n && tx.amount <= balance(tx.token)
    default:
      return tx satisfies never
  }
}
