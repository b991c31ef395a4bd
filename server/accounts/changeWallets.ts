import { endSessions, type SessionWork } from '#server/auth/endSessions.ts'
import { issueNonce } from '#server/auth/nonce.ts'
import { requireWalletId, type WalletId } from '#server/auth/walletId.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { AccountStore, WalletRow } from './accountStore.ts'
import type { AccountWork } from './signInWith.ts'
import type { ChangeEnd, ChangeRow, VoteRow, WalletChangeStore } from './walletChangeStore.ts'
import {
  accountRef,
  readSigned,
  refusal,
  requireSigned,
  type SignedText,
  type TextDeps,
  takeChallengeOf,
  writeWalletText,
} from './walletText.ts'
import { type ChangeKind, eldest, hasVote, isCarried, isOwnWill, noticeMs, tally } from './walletVotes.ts'

/** What happens to a change in its life. */
export type ChangeEvent = 'announced' | 'agreed' | 'objected' | 'removed' | 'primary' | Exclude<ChangeEnd, 'done'>

export type ChangeWork = AccountWork &
  Pick<SessionWork, 'sessions'> & {
    changes: WalletChangeStore
    /** The owner of the account is told, where it is something to be told of. */
    tellChange(change: ChangeRow, event: ChangeEvent): Promise<void>
  }
export type ChangeDeps = TextDeps & {
  transact<T>(work: (work: ChangeWork) => Promise<T>): Promise<T>
  readAccounts: AccountStore
  readChanges: WalletChangeStore
}

/** A new change of a wallet, or a word on one that waits. */
export type ChangeRequest = { kind: ChangeKind; wallet: string } | { kind: 'agree' | 'object'; change: string }

/** How far back `readWalletChanges` looks for changes that ended. */
const recentMs = 30 * 86_400_000
const holderOf = (accountId: string) => `change:${accountId}`

/** The text that a wallet of the account signs for a request. Throws `not-found`, `conflict`, `input.invalid`. */
export async function challengeChange(deps: ChangeDeps, input: { accountId: string; signer: string; request: ChangeRequest }) {
  const signer = requireWalletId(input.signer, 'signer')
  const statement = await statementOf(deps, { ...input, signer })
  const { nonce, expiresAt } = await issueNonce(deps, holderOf(input.accountId))
  const times = { issuedAt: deps.now(), expiresAt: expiresAt.getTime() }
  const message = writeWalletText({ signer, statement, chains: deps.linkChains, origin: deps.origin, nonce, ...times })
  return { wallet: signer, message, expiresAt: expiresAt.toISOString() }
}

/**
 * Does what a wallet of the account signed. What is the signer's own to give (its own place, its being the primary wallet) changes at once; another's is
 * announced and waits (walletVotes.ts). Throws `auth.refused`, `not-found`, `conflict`.
 */
export async function signChange(deps: ChangeDeps, input: { accountId: string; request: ChangeRequest; signed: SignedText }) {
  const { accountId, request, signed } = input
  const text = readSigned(deps, signed, 'signed')
  await takeChallengeOf(deps, [text], holderOf(accountId))
  const statement = await statementOf(deps, { accountId, signer: text.wallet, request })
  await requireSigned(deps, { signed, text, field: 'signed' }, statement)
  return deps.transact(async (work) => {
    await work.accounts.hold(accountId)
    // Again, now that nothing else changes: what is done must still be what was signed.
    const held = { readAccounts: work.accounts, readChanges: work.changes, linkChains: deps.linkChains }
    if ((await statementOf(held, { accountId, signer: text.wallet, request })) !== statement)
      throw new CairnError('conflict', 'The wallets of this account changed meanwhile.', { meta: { field: 'signed' } })
    const wallets = await work.accounts.listWallets(accountId)
    const said = { wallet: text.wallet, message: signed.message, signature: signed.signature, createdAt: new Date(deps.now()) }
    return 'change' in request
      ? voteOn(work, { accountId, change: request.change, vote: { ...said, agrees: request.kind === 'agree' } })
      : announce(work, { accountId, wallets, change: { kind: request.kind, wallet: requireWalletId(request.wallet) }, said })
  })
}

type Said = Omit<VoteRow, 'changeId' | 'agrees'>
type Announced = { accountId: string; wallets: WalletRow[]; change: { kind: ChangeKind; wallet: WalletId }; said: Said }

async function announce(work: ChangeWork, { accountId, wallets, change, said }: Announced) {
  requireSensible(wallets, change)
  const { createdAt, wallet: announcedBy } = said
  const atOnce = isOwnWill({ ...change, announcedBy }, wallets)
  const voter = hasVote(wallets, announcedBy, { at: createdAt, changes: await work.changes.ofAccount(accountId) })
  const row = await work.changes.add({
    ...change,
    accountId,
    announcedBy,
    voter,
    status: atOnce ? 'done' : 'open',
    createdAt,
    effectiveAt: atOnce ? createdAt : new Date(createdAt.getTime() + noticeMs),
    ...(atOnce ? { closedAt: createdAt } : {}),
  })
  if (!row) throw new CairnError('conflict', 'This change is announced already.', { meta: { field: 'wallet', found: change.wallet } })
  await work.changes.vote({ changeId: row.id, agrees: true, ...said })
  if (atOnce) await carryOut(work, { change: row, wallets, at: createdAt })
  else await tell(work, row, 'announced')
  return { id: row.id, status: row.status, effectiveAt: row.effectiveAt.toISOString() }
}

async function voteOn(
  work: ChangeWork,
  { accountId, change: id, vote }: { accountId: string; change: string; vote: Omit<VoteRow, 'changeId'> },
) {
  const change = await openChange(work.changes, accountId, id)
  await work.changes.vote({ changeId: id, ...vote })
  // Who announced it may take it back alone.
  if (!vote.agrees && vote.wallet === change.announcedBy) await close(work, change, { status: 'withdrawn', at: vote.createdAt })
  else await tell(work, change, vote.agrees ? 'agreed' : 'objected')
  const { status, effectiveAt } = (await work.changes.find(id)) ?? change
  return { id, status, effectiveAt: effectiveAt.toISOString() }
}

/** Carries out, or stops, every change whose time has come. Answers how many there were. */
export async function carryOutDue(deps: Pick<ChangeDeps, 'transact' | 'readChanges' | 'now'>): Promise<number> {
  const at = new Date(deps.now())
  const due = await deps.readChanges.due(at, 100)
  for (const { id, accountId } of due)
    await deps.transact(async (work) => {
      await work.accounts.hold(accountId)
      const change = await work.changes.find(id)
      if (change?.status !== 'open' || change.effectiveAt > at) return
      const wallets = await work.accounts.listWallets(accountId)
      const [votes, changes] = await Promise.all([work.changes.votes([id]), work.changes.ofAccount(accountId)])
      const possible = wallets.some(({ address }) => address === change.wallet) && (change.kind === 'primary' || wallets.length > 1)
      const carried = isCarried(tally(change, votes, { wallets, changes }))
      if (possible && carried) await carryOut(work, { change, wallets, at })
      await close(work, change, { status: !possible ? 'void' : carried ? 'done' : 'stopped', at })
    })
  return due.length
}

/** A wallet that leaves takes its sessions along; who announced its going takes its place as the primary wallet, else who is here longest. */
async function carryOut(work: ChangeWork, { change, wallets, at }: { change: ChangeRow; wallets: WalletRow[]; at: Date }) {
  const { accountId, wallet } = change
  if (change.kind === 'primary') {
    await work.accounts.setPrimary(accountId, wallet)
  } else {
    const staying = wallets.filter(({ address }) => address !== wallet)
    const heir = staying.find(({ address }) => address === change.announcedBy) ?? eldest(staying)
    await work.accounts.removeWallet(wallet, accountId)
    if (heir && wallets.some((held) => held.address === wallet && held.primary)) await work.accounts.setPrimary(accountId, heir.address)
    await endSessions(work, accountId, { wallet })
  }
  await tell(work, change, change.kind === 'primary' ? 'primary' : 'removed')
  await work.rejudge(accountId)
  for (const other of await work.changes.ofAccount(accountId)) {
    const settled = other.status === 'open' && other.id !== change.id && other.wallet === wallet
    if (settled && (change.kind === 'remove' || other.kind === 'primary')) await close(work, other, { status: 'void', at })
  }
}

async function close(work: ChangeWork, change: ChangeRow, { status, at }: { status: ChangeEnd; at: Date }) {
  await work.changes.close(change.id, status, at)
  if (status !== 'done') await tell(work, change, status)
}

async function tell(work: ChangeWork, change: ChangeRow, event: ChangeEvent) {
  const { accountId, id, kind, wallet, effectiveAt } = change
  const payload = { change: id, kind, wallet, effectiveAt: effectiveAt.toISOString() }
  await work.publish({ topic: `account:${accountId}`, kind: `wallet.${event}`, payload })
  await work.tellChange(change, event)
}

/** Changes that wait, with their votes, and those that ended lately. */
export async function readWalletChanges(deps: Pick<ChangeDeps, 'readAccounts' | 'readChanges' | 'now'>, accountId: string) {
  const [rows, changes, wallets] = await Promise.all([
    deps.readChanges.recent(accountId, new Date(deps.now() - recentMs)),
    deps.readChanges.ofAccount(accountId),
    deps.readAccounts.listWallets(accountId),
  ])
  const votes = Map.groupBy(await deps.readChanges.votes(rows.map(({ id }) => id)), ({ changeId }) => changeId)
  return rows.map((row) => {
    const { id, kind, wallet, announcedBy, status, createdAt, effectiveAt, closedAt } = row
    const said = votes.get(id) ?? []
    const counted = tally(row, said, { wallets, changes })
    return {
      ...{ id, kind, wallet, announcedBy, status, ...counted, carried: isCarried(counted) },
      votes: said.map((vote) => ({ wallet: vote.wallet, agrees: vote.agrees })),
      createdAt: createdAt.toISOString(),
      effectiveAt: effectiveAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
    }
  })
}

async function openChange(changes: WalletChangeStore, accountId: string, id: string): Promise<ChangeRow> {
  const row = await changes.find(id)
  if (row?.accountId !== accountId) throw new CairnError('not-found', 'There is no such change.', { meta: { field: 'change', found: id } })
  if (row.status !== 'open')
    throw new CairnError('conflict', 'This change has ended.', { meta: { field: 'change', found: row.status, expected: 'open' } })
  return row
}

function requireSensible(wallets: readonly WalletRow[], { kind, wallet }: { kind: ChangeKind; wallet: string }) {
  const held = wallets.find(({ address }) => address === wallet)
  if (!held) throw new CairnError('not-found', 'This wallet is not linked to the account.', { meta: { field: 'wallet', found: wallet } })
  if (kind === 'remove' && wallets.length === 1)
    throw new CairnError('wallet.last', 'The last wallet of an account cannot leave it.', { meta: { field: 'wallet', found: wallet } })
  if (kind === 'primary' && held.primary)
    throw new CairnError('conflict', 'This is the primary wallet already.', { meta: { field: 'wallet', found: wallet } })
}

type StatementDeps = Pick<ChangeDeps, 'readAccounts' | 'readChanges' | 'linkChains'>

/** One line that says what is signed. It names the account by its wallets only, and a change that waits by its id, too. */
async function statementOf(deps: StatementDeps, input: { accountId: string; signer: WalletId; request: ChangeRequest }): Promise<string> {
  const { accountId, signer, request } = input
  const wallets = await deps.readAccounts.listWallets(accountId)
  if (!wallets.some(({ address }) => address === signer)) throw refusal('signer', 'wallet.not-yours')
  const ref = (wallet: string) => accountRef(wallet as WalletId, deps.linkChains)
  if ('change' in request) {
    const { id, kind, wallet } = await openChange(deps.readChanges, accountId, request.change)
    const what = kind === 'remove' ? `the removal of ${ref(wallet)}` : `making ${ref(wallet)} the primary wallet`
    return `${request.kind === 'agree' ? 'Agree' : 'Object'} to ${what} in the Cairn account of this wallet. Change: ${id}`
  }
  const change = { kind: request.kind, wallet: requireWalletId(request.wallet) }
  requireSensible(wallets, change)
  const atOnce = isOwnWill({ ...change, announcedBy: signer }, wallets)
  const when = atOnce ? 'This takes effect at once.' : 'This takes effect in 7 days, unless another wallet objects.'
  if (change.kind === 'primary') return `Make ${ref(change.wallet)} the primary wallet of the Cairn account of this wallet. ${when}`
  return atOnce
    ? `Remove this wallet from its Cairn account. ${when}`
    : `Remove ${ref(change.wallet)} from the Cairn account of this wallet. ${when}`
}
