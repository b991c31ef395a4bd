/**
 * One entry as the README's truth table says it, from its words and witness alone: written a second time and in another shape than
 * `server/rollup/state/apply`, so that a slip in one of them shows. Signatures are left to others.
 */
import type { AccountLeaf, CredentialLeaf, EntryWitness, QuestLeaf, VaultWitness } from '#server/rollup/protocol/circuitInputs.ts'
import { newAccount } from '#server/rollup/protocol/constants.gen.ts'
import { accountLeaf, credentialLeaf, questLeaf } from '#server/rollup/protocol/leaves.ts'
import { isOnCurve } from '#server/rollup/protocol/schnorr.ts'
import type { InboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import type { LedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { accountOf } from '#server/rollup/protocol/tx/openAccount.ts'
import { type LedgerOpenQuestTx, type OpenQuestTx, questOf } from '#server/rollup/protocol/tx/openQuest.ts'
import type { Running } from './replayWitness.ts'

type Tx = LedgerTx | InboxTx
const LIMIT = 1n << 96n
const POOL_LIMIT = 1n << 112n
const [ACCOUNTS, QUESTS] = [3n ** 16n, 3n ** 13n]

/** What there is of the entry's parts, and by which index. */
type Places = { native: boolean } & Partial<Record<'account' | 'other' | 'token' | 'othersToken' | 'quest' | 'credential', bigint>>

/** What would become of them. `f`, `x`, `y`: what the vaults gain. */
type Change = {
  ok: boolean
  f?: bigint
  x?: bigint
  y?: bigint
  account?: Partial<AccountLeaf>
  links?: readonly bigint[]
  quest?: Partial<QuestLeaf>
  credential?: bigint
}

const isZero = (leaf: object): boolean => Object.values(leaf).every((field) => field === 0n)
const isLedger = (tx: Tx): tx is LedgerTx => !('authoriser' in tx)
const flag = (condition: boolean): bigint => (condition ? 1n : 0n)

export function replayEntry(running: Running, tx: Tx, witness: EntryWitness): boolean {
  const places = placesOf(running, tx, witness)
  checkUntouched(places, tx, witness)
  readLeaves(running, places, witness)
  const change = judge(running, tx, witness)
  const ok = change.ok && (places.account !== undefined) === (tx.kind !== 'revoke') && vaultsHold(places, witness, change)
  moveVaults(running, places, witness, ok ? change : { ok })
  if (ok) writeLeaves(running, places, tx, { witness, change })
  return ok
}

function placesOf({ state }: Running, tx: Tx, witness: EntryWitness): Places {
  const known = (index: number) => BigInt(index) < state.accountCount
  const native = isLedger(tx) ? tx.kind !== 'revoke' : tx.kind === 'openQuest'
  if (tx.kind === 'revoke') return { native, credential: BigInt(tx.credential), quest: witness.credential.quest }
  const isNew = tx.kind === 'deposit' && tx.account === newAccount
  const account = isNew ? state.accountCount : BigInt(tx.account)
  const there = isNew ? account < ACCOUNTS : known(tx.account)
  const other = tx.kind === 'transfer' ? tx.to : tx.kind === 'mergeInto' ? tx.target : undefined
  const quest = tx.kind === 'claimReward' ? witness.credential.quest : 'quest' in tx ? BigInt(tx.quest) : undefined
  const rewarded = tx.kind === 'fundQuest' || tx.kind === 'closeQuest' || tx.kind === 'claimReward'
  const named = 'token' in tx ? tx.token : 'rewardToken' in tx ? tx.rewardToken : undefined
  const token = rewarded ? witness.quest.rewardToken : named === undefined ? undefined : BigInt(named)
  return {
    native: native && there,
    ...(there ? { account } : {}),
    ...(there && token !== undefined && token <= 80n ? { token } : {}),
    ...(other !== undefined && known(other) ? { other: BigInt(other), othersToken: token ?? 0n } : {}),
    ...(quest !== undefined && quest < QUESTS ? { quest } : {}),
    ...(tx.kind === 'claimReward' ? { credential: BigInt(tx.credential) } : {}),
  }
}

/** What a kind does not touch, or what does not exist, is all zeros. */
function checkUntouched(places: Places, tx: Tx, witness: EntryWitness): void {
  const zero = (name: string, value: unknown): void => {
    if ([value].flat(Infinity).some((part) => (typeof part === 'object' && part !== null ? !deepZero(part) : part !== 0n)))
      throw new Error(`${name} of ${tx.kind}`)
  }
  if (places.account === undefined) zero('account', [witness.account, witness.accountPath, witness.links])
  if (places.other === undefined) zero('other', [witness.other, witness.otherPath])
  if (!places.native) zero('native', witness.native)
  if (places.token === undefined) zero('own', witness.own)
  if (places.othersToken === undefined || places.othersToken > 80n) zero('others', witness.others)
  if (places.quest === undefined) zero('quest', [witness.quest, witness.questPath])
  if (places.credential === undefined) zero('credential', [witness.credential, witness.credentialPath])
}

const deepZero = (value: object): boolean =>
  Object.values(value).every((part: unknown) => (typeof part === 'object' && part !== null ? deepZero(part) : part === 0n))

/** Every leaf that is read is in the tree; a skipped or free one is the empty leaf. */
function readLeaves({ hasher, place, state }: Running, places: Places, witness: EntryWitness): void {
  const stays = (root: 'accountsRoot' | 'questsRoot' | 'credentialsRoot', at: bigint, leaf: bigint, path: EntryWitness['accountPath']) =>
    place(root, { index: at, path, before: leaf, after: leaf })
  const linked = witness.links.some((word) => word !== 0n) ? hasher.hash(17, witness.links) : 0n
  if (linked !== witness.account.linksDigest) throw new Error('links')
  if (places.account !== undefined) {
    const leaf = isZero(witness.account) ? 0n : accountLeaf(hasher, witness.account)
    stays('accountsRoot', places.account, leaf, witness.accountPath)
  }
  if (places.other !== undefined)
    stays('accountsRoot', places.other, isZero(witness.other) ? 0n : accountLeaf(hasher, witness.other), witness.otherPath)
  if (places.quest !== undefined)
    stays('questsRoot', places.quest, isZero(witness.quest) ? 0n : questLeaf(hasher, witness.quest), witness.questPath)
  if (places.credential !== undefined) {
    if (places.credential >= state.credentialCount) throw new Error('credential')
    stays('credentialsRoot', places.credential, credentialLeaf(hasher, witness.credential), witness.credentialPath)
  }
}

function judge({ timestamp, state }: Running, tx: Tx, { account, links, other, native, quest, credential }: EntryWitness): Change {
  const live = !isZero(account)
  const word = isLedger(tx) ? 0n : tx.authoriser
  const primary = word !== 0n && (word === account.evm || (account.solanaDigest !== 0n && word === account.solanaDigest + (1n << 248n)))
  const signs = isLedger(tx) && tx.kind !== 'revoke' && live && BigInt(tx.nonce) === account.nonce && account.nonce < 2n ** 32n - 1n
  const able = signs && !(account.keyX === 0n && account.keyY === 0n) && account.pendingAt === 0n && tx.fee <= native.balance
  const owns = able && quest.supply > 0n && quest.owner === BigInt(tx.account)
  switch (tx.kind) {
    case 'deposit': {
      const fresh = tx.account === newAccount ? accountOf(tx.wallet) : null
      const ok = fresh === null ? live : state.accountCount < ACCOUNTS
      return { ok, x: tx.amount, ...(fresh === null ? {} : { account: fresh }) }
    }
    case 'openQuest':
      return { ...opening(tx, quest), ok: live && primary && opening(tx, quest).ok }
    case 'ledgerOpenQuest':
      return { ...opening(tx, quest), ok: able && opening(tx, quest).ok, f: -tx.feePool - tx.fee }
    case 'setKey': {
      const good = live && primary && isOnCurve({ x: tx.keyX, y: tx.keyY })
      const key = { keyX: tx.keyX, keyY: tx.keyY }
      if (account.keyX === 0n && account.keyY === 0n) return { ok: good && tx.identity !== 0n, account: { ...key, identity: tx.identity } }
      const may = good && tx.identity === 0n && account.pendingAt === 0n
      if (tx.second !== 0n) return { ok: may && links.includes(tx.second), account: key }
      return { ok: may, account: { pendingKeyX: tx.keyX, pendingKeyY: tx.keyY, pendingAt: timestamp + 3n * 86_400n } }
    }
    case 'activateKey': {
      const { pendingKeyX: keyX, pendingKeyY: keyY, pendingAt } = account
      return { ok: pendingAt !== 0n && pendingAt <= timestamp, account: { keyX, keyY, pendingKeyX: 0n, pendingKeyY: 0n, pendingAt: 0n } }
    }
    case 'cancelKey': {
      const may = tx.byLinked ? word !== 0n && links.includes(word) : primary
      return { ok: account.pendingAt !== 0n && may, account: { pendingKeyX: 0n, pendingKeyY: 0n, pendingAt: 0n } }
    }
    case 'forcedWithdraw':
      return { ok: live && primary && tx.token <= 80 && tx.amount > 0n, x: -tx.amount }
    case 'transfer':
      return {
        ok: able && !isZero(other) && tx.to !== tx.account && tx.token <= 80 && tx.amount > 0n,
        f: -tx.fee,
        x: -tx.amount,
        y: tx.amount,
      }
    case 'withdraw':
      return { ok: able && tx.token <= 80 && tx.amount > 0n && tx.recipient !== 0n, f: -tx.fee, x: -tx.amount }
    case 'fundQuest': {
      const funded = { pool: quest.pool + tx.toPool, feePool: quest.feePool + tx.toFeePool }
      const fits = funded.pool < POOL_LIMIT && funded.feePool < POOL_LIMIT
      return {
        ok: able && quest.supply > 0n && tx.toPool + tx.toFeePool > 0n && fits,
        f: -tx.fee - tx.toFeePool,
        x: -tx.toPool,
        quest: funded,
      }
    }
    case 'closeQuest': {
      const closesAt = quest.closesAt < timestamp - 1n ? quest.closesAt : timestamp - 1n
      return { ok: owns, f: quest.feePool - tx.fee, x: quest.pool, quest: { closesAt, pool: 0n, feePool: 0n } }
    }
    case 'setIssuer':
      return { ok: owns && isOnCurve({ x: tx.keyX, y: tx.keyY }), f: -tx.fee, quest: { issuerKeyX: tx.keyX, issuerKeyY: tx.keyY } }
    case 'revoke': {
      const unclaimed = flag((credential.flags & 1n) === 0n)
      const pool = quest.pool + unclaimed * quest.rewardPerMint
      return { ok: quest.revocable === 1n && pool < POOL_LIMIT, quest: { pool, revokedUnclaimed: quest.revokedUnclaimed + unclaimed } }
    }
    case 'claimReward': {
      const mine = able && credential.account === BigInt(tx.account) && (credential.flags & 1n) === 0n && quest.rewardPerMint > 0n
      return { ok: mine, f: -tx.fee, x: quest.rewardPerMint, quest: { claimed: quest.claimed + 1n }, credential: credential.flags + 1n }
    }
    case 'linkWallet': {
      const itself = tx.wallet === account.evm || (account.solanaDigest !== 0n && tx.wallet === account.solanaDigest + (1n << 248n))
      const free = tx.place <= 8 && links[tx.place] === 0n && !links.includes(tx.wallet) && !itself
      return {
        ok: able && accountOf(tx.wallet) !== null && free,
        f: -tx.fee,
        links: links.map((old, i) => (i === tx.place ? tx.wallet : old)),
      }
    }
    case 'unlinkWallet':
      return { ok: able && (links[tx.place] ?? 0n) !== 0n, f: -tx.fee, links: links.map((old, i) => (i === tx.place ? 0n : old)) }
    case 'mergeInto': {
      const willing = !isZero(other) && other.movedTo === 0n && !(other.keyX === 0n && other.keyY === 0n)
      const ok = able && account.movedTo === 0n && tx.target !== tx.account && willing
      return { ok, f: -native.balance, y: native.balance - tx.fee, account: { movedTo: BigInt(tx.target) + 1n } }
    }
    default:
      return tx satisfies never
  }
}

function opening(tx: OpenQuestTx | LedgerOpenQuestTx, old: QuestLeaf): Change {
  const good = BigInt(tx.quest) < QUESTS && tx.closesAt >= tx.opensAt && tx.supply > 0 && tx.rewardToken <= 80
  const ok = isZero(old) && good && isOnCurve({ x: tx.issuerKeyX, y: tx.issuerKeyY })
  return { ok, f: -tx.feePool, x: -tx.pool, quest: questOf(tx) }
}

/** Each vault by what it holds when its turn comes; X is F's vault after F moved when the token is 0. */
function vaultsHold({ native, token }: Places, witness: EntryWitness, { f = 0n, x, y }: Change): boolean {
  const within = (balance: bigint) => balance >= 0n && balance < LIMIT
  const held = witness.native.balance + f
  const own = native && token === 0n ? held : witness.own.balance
  return (
    (!native || within(held)) &&
    (x === undefined || (token !== undefined && within(own + x))) &&
    (y === undefined || within(witness.others.balance + y))
  )
}

function moveVaults({ place }: Running, places: Places, witness: EntryWitness, { f = 0n, x = 0n, y = 0n }: Change): void {
  const move = (account: bigint, token: bigint, { balance, path }: VaultWitness, amount: bigint) =>
    place('vaultsRoot', { index: 81n * account + token, path, before: balance, after: balance + amount })
  const { account, other, token, othersToken } = places
  if (account !== undefined && places.native) move(account, 0n, witness.native, f)
  if (account !== undefined && token !== undefined) move(account, token, witness.own, x)
  if (other !== undefined && othersToken !== undefined && othersToken <= 80n) move(other, othersToken, witness.others, y)
}

function writeLeaves(running: Running, places: Places, tx: Tx, { witness, change }: { witness: EntryWitness; change: Change }): void {
  const { hasher, state, place } = running
  const { account: leaf, quest, credential } = witness
  if (places.account !== undefined && (change.account || change.links || (isLedger(tx) && tx.kind !== 'revoke'))) {
    const links = change.links ?? witness.links
    const linksDigest = links.some((word) => word !== 0n) ? hasher.hash(17, links) : 0n
    const after = { ...leaf, ...change.account, linksDigest, nonce: leaf.nonce + flag(isLedger(tx)) }
    const before = isZero(leaf) ? 0n : accountLeaf(hasher, leaf)
    place('accountsRoot', { index: places.account, path: witness.accountPath, before, after: accountLeaf(hasher, after) })
    if (places.account === state.accountCount) state.accountCount++
  }
  if (places.quest !== undefined && change.quest) {
    const before = isZero(quest) ? 0n : questLeaf(hasher, quest)
    const after = questLeaf(hasher, { ...quest, ...change.quest })
    place('questsRoot', { index: places.quest, path: witness.questPath, before, after })
  }
  if (places.credential !== undefined) {
    const before = credentialLeaf(hasher, credential)
    const taken: CredentialLeaf = { ...credential, flags: change.credential ?? credential.flags }
    const after = tx.kind === 'revoke' ? hasher.hash(7, [before, BigInt(tx.reason)]) : credentialLeaf(hasher, taken)
    place('credentialsRoot', { index: places.credential, path: witness.credentialPath, before, after })
  }
}
