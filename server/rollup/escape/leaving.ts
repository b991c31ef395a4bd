import { type L2Client, readPaid } from '#server/rollup/l2/slotReader.ts'
import type { AccountLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import type { EngineDeps } from '#server/rollup/state/draft.ts'
import { toAccount } from '#server/rollup/state/leafFields.ts'
import { type NodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError, isCairnError } from '#server/shared/errors.ts'
import { type Belonging, belongingsOf } from './belongings.ts'
import { exitCall, type Payee } from './exitCalls.ts'
import type { LeafIndex } from './leafIndex.ts'
import { addressOf, type Payable } from './payables.ts'
import { choosePayee, type PayeeChoice } from './payee.ts'
import type { ContractCall } from './sendClient.ts'
import * as slotClient from './slotClient.ts'

export type LeavingDeps = EngineDeps & { client: L2Client; slot: slotClient.EscapeAddresses }

/** A slot as its last final batch left it, derived from L2. */
export type FinalState = { store: NodeStore; index: LeafIndex; payables: readonly Payable[]; standing: slotClient.Standing }

/** Who leaves: accounts, and the wallet words that money may come back to. */
export type Leaver = { accounts: readonly number[]; words: readonly bigint[] }

/** One payment that L2 owes the leaver. `to` is null while nobody may be named as payee: `problem` says why. */
export type Exit = {
  kind: 'vault' | 'reward' | 'pool' | 'deposit' | 'withdrawal' | 'refund' | 'kept'
  /** Of what, for people. */
  name: string
  /** Null: it belongs to an address, whatever its account. */
  account: number | null
  sums: readonly { token: number; amount: bigint }[]
  to: Hex | null
  problem: CairnError | null
  /** It happened already. */
  done: boolean
  call(): Promise<ContractCall>
}

/** Who an account number or a wallet is. Throws `rollup.not-found` for an account that the last final batch does not have. */
export async function findLeaver({ store, index, standing }: FinalState, who: { account: number } | { word: bigint }): Promise<Leaver> {
  if ('word' in who) return { accounts: index.accountsOf(who.word), words: [who.word] }
  const { evm, solanaDigest } = await leafOf(store, who.account, standing.final.number)
  return { accounts: [who.account], words: [evm === 0n ? solanaDigest + (1n << 248n) : evm] }
}

/**
 * Everything that a leaver can take out, with what is out already: belongings of the last final state, deposits that no final batch took, and
 * what final batches owe. Nothing is sent.
 */
export async function exitsOf(deps: LeavingDeps, state: FinalState, leaver: Leaver, choice: PayeeChoice): Promise<Exit[]> {
  const exits: Exit[] = []
  for (const account of leaver.accounts) exits.push(...(await belongingExits(deps, state, account, choice)))
  const { accounts, words } = leaver
  const mine = ({ account, to, wallet = 0n }: { account: number; to: Hex; wallet?: bigint }) =>
    accounts.includes(account) || words.includes(BigInt(to)) || words.includes(wallet)
  for (const payable of state.payables.filter(mine)) exits.push(await payableExit(deps, payable))
  const deposits = await slotClient.readWaitingDeposits(deps.client, deps.slot, state.standing.final)
  for (const deposit of deposits.filter(mine)) exits.push(await depositExit(deps, deposit))
  for (const word of words) if (isEvmWord(word)) exits.push(...(await keptExits(deps, addressOf(word))))
  return exits
}

async function belongingExits(deps: LeavingDeps, state: FinalState, account: number, choice: PayeeChoice): Promise<Exit[]> {
  const batch = state.standing.final.number
  const belongings = await belongingsOf(state, { account, batch })
  if (belongings.length === 0) return []
  const payee = await payeeOf(deps, state, account, choice)
  return Promise.all(
    belongings.map(async (belonging) => ({
      ...{ kind: belonging.kind, name: nameOf(belonging), account, sums: sumsOf(belonging) },
      ...('problem' in payee ? { to: null, problem: payee.problem } : { to: payee.to, problem: null }),
      done: await slotClient.readExited(deps.client, deps.slot, belonging),
      call: async () => {
        if ('problem' in payee) throw payee.problem
        const call = await exitCall({ hasher: deps.hasher, store: state.store }, belonging, { payee, batch })
        return { address: deps.slot.escape, ...call }
      },
    })),
  )
}

async function payeeOf(
  { hasher, client, slot }: LeavingDeps,
  { store, standing }: FinalState,
  account: number,
  choice: PayeeChoice,
): Promise<Payee | { problem: CairnError }> {
  const leaf = await leafOf(store, account, standing.final.number)
  const messages = choice.to === undefined ? null : await slotClient.readPayeeMessages(client, slot, account, choice.to)
  try {
    return choosePayee({ hasher }, { account, leaf, messages, now: standing.now }, choice)
  } catch (problem) {
    if (isCairnError(problem) && problem.code === 'escape.payee') return { problem }
    throw problem
  }
}

async function payableExit({ client, slot }: LeavingDeps, payable: Payable): Promise<Exit> {
  const { kind, account, batch, entry, token, amount, to, claim, words } = payable
  const functionName = kind === 'withdrawal' ? 'payWithdrawals' : 'refundDeposits'
  return {
    ...{ kind, name: `batch ${batch}, entry ${entry}`, account, sums: [{ token, amount }], to, problem: null },
    done: await readPaid(client, slot, batch, entry),
    call: async () => ({ address: slot.rollup, functionName, args: [claim, words, [BigInt(entry)]] }),
  }
}

async function depositExit({ client, slot }: LeavingDeps, deposit: slotClient.WaitingDeposit): Promise<Exit> {
  const { index, account, token, amount, to, words } = deposit
  return {
    ...{ kind: 'deposit', name: `inbox item ${index}`, account, sums: [{ token, amount }], to, problem: null },
    done: await slotClient.readReturned(client, slot, index),
    call: async () => ({ address: slot.rollup, functionName: 'returnDeposit', args: [BigInt(index), words] }),
  }
}

async function keptExits({ client, slot }: LeavingDeps, owner: Hex): Promise<Exit[]> {
  return (await slotClient.readKept(client, slot, owner)).map(({ token, erc20, amount }) => ({
    ...{ kind: 'kept', name: 'by the bridge', account: null, sums: [{ token, amount }], to: owner, problem: null, done: false },
    call: async () => ({ address: slot.bridge, functionName: 'collect', args: [owner, erc20] }),
  }))
}

/** A wallet word is an L2 address, or above it a digest. */
const isEvmWord = (word: bigint) => word < 1n << 160n

/** Freezing as a call; anyone may make it once the oldest item waited long enough. */
export const freezeCall = ({ rollup }: slotClient.EscapeAddresses): ContractCall => ({ address: rollup, functionName: 'freeze', args: [] })

async function leafOf(store: NodeStore, account: number, batch: number): Promise<AccountLeaf> {
  const [fields] = await store.leaves([{ tree: treeIds.accounts, index: account }], batch)
  if (fields) return toAccount(fields).leaf
  throw new CairnError('rollup.not-found', `The slot has no account ${account} at batch ${batch}.`, {
    meta: { field: 'account', found: account, expected: 'an account of the last final batch' },
  })
}

function nameOf(belonging: Belonging): string {
  if (belonging.kind === 'vault') return `token ${belonging.token}`
  return belonging.kind === 'reward' ? `credential ${belonging.credential}` : `quest ${belonging.quest}`
}

function sumsOf(belonging: Belonging): Exit['sums'] {
  const { token, amount } = belonging
  const fees = belonging.kind === 'pool' ? [{ token: 0, amount: belonging.feeAmount }] : []
  return [{ token, amount }, ...fees].filter((sum) => sum.amount > 0n)
}
