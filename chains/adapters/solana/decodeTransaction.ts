import { base58 } from '@scure/base'
import { toHex } from '#server/shared/bytes.ts'
import type { HoldingChange, SolanaInstruction } from '../../reader.ts'

type RawInstruction = { programIdIndex: number; accounts: readonly number[]; data: string; stackHeight?: number | null }
type TokenBalance = { accountIndex: number; mint: string; owner?: string; programId?: string; uiTokenAmount: { amount: string } }

/** `getTransaction` with encoding `json`, as nodes give it: every account is an index into the list of keys. */
export type RawTransaction = {
  transaction: {
    message: {
      accountKeys: readonly string[]
      header: { numRequiredSignatures: number; numReadonlySignedAccounts: number; numReadonlyUnsignedAccounts: number }
      instructions: readonly RawInstruction[]
    }
  }
  meta: {
    err: unknown
    preBalances: readonly bigint[]
    postBalances: readonly bigint[]
    preTokenBalances?: readonly TokenBalance[]
    postTokenBalances?: readonly TokenBalance[]
    innerInstructions?: readonly { index: number; instructions: readonly RawInstruction[] }[] | null
    loadedAddresses?: { writable: readonly string[]; readonly: readonly string[] }
  }
}

/** What an account held of a token before and after; null where it was not a token account of that owner then. */
export type TokenHolding = {
  account: string
  mint: string
  before: { owner: string; amount: bigint } | null
  after: { owner: string; amount: bigint } | null
}

/** The same transaction with every index replaced by what it stands for. */
export type DecodedTransaction = {
  success: boolean
  signers: string[]
  writable: string[]
  instructions: SolanaInstruction[]
  tokens: TokenHolding[]
  changes: HoldingChange[]
}

/** Throws when the answer contradicts itself: an index without its key, inner instructions that were not kept. */
export function decodeTransaction({ transaction, meta }: RawTransaction): DecodedTransaction {
  const { accountKeys, header, instructions } = transaction.message
  const loaded = meta.loadedAddresses ?? { writable: [], readonly: [] }
  const keys = [...accountKeys, ...loaded.writable, ...loaded.readonly]
  const tokens = holdingsOf(keys, meta)
  const success = meta.err === null
  return {
    success,
    signers: accountKeys.slice(0, header.numRequiredSignatures),
    writable: [...accountKeys.filter((_, index) => isWritable(index, accountKeys.length, header)), ...loaded.writable],
    instructions: inOrder(keys, instructions, meta.innerInstructions),
    tokens,
    changes: success ? [...coinChanges(keys, meta), ...tokenChanges(tokens)] : [],
  }
}

function keyAt(keys: readonly string[], index: number): string {
  const key = keys[index]
  if (key === undefined) throw new Error(`no account key ${index}`)
  return key
}

/** Signers first, and among signers and others those that may be written to first. */
function isWritable(index: number, count: number, header: RawTransaction['transaction']['message']['header']): boolean {
  const { numRequiredSignatures, numReadonlySignedAccounts, numReadonlyUnsignedAccounts } = header
  if (index < numRequiredSignatures) return index < numRequiredSignatures - numReadonlySignedAccounts
  return index < count - numReadonlyUnsignedAccounts
}

/** Each of the transaction's own instructions, followed by what it called. */
function inOrder(
  keys: readonly string[],
  outer: readonly RawInstruction[],
  inner: RawTransaction['meta']['innerInstructions'],
): SolanaInstruction[] {
  if (!inner) throw new Error('the node keeps no inner instructions')
  const called = Map.groupBy(inner, ({ index }) => index)
  const all = outer.flatMap((instruction, index) => [
    { ...instruction, depth: 1 },
    ...(called.get(index) ?? []).flatMap(({ instructions }) => instructions.map((one) => ({ ...one, depth: one.stackHeight ?? 2 }))),
  ])
  return all.map(({ programIdIndex, accounts, data, depth }, index) => ({
    index,
    depth,
    programId: keyAt(keys, programIdIndex),
    accounts: accounts.map((account) => keyAt(keys, account)),
    data: toHex(base58.decode(data)),
  }))
}

function holdingsOf(keys: readonly string[], { preTokenBalances = [], postTokenBalances = [] }: RawTransaction['meta']): TokenHolding[] {
  const found = new Map<string, TokenHolding>()
  const put = (when: 'before' | 'after', { accountIndex, mint, owner, uiTokenAmount }: TokenBalance) => {
    if (owner === undefined) return
    const account = keyAt(keys, accountIndex)
    const known = found.get(`${account} ${mint}`) ?? { account, mint, before: null, after: null }
    found.set(`${account} ${mint}`, { ...known, [when]: { owner, amount: BigInt(uiTokenAmount.amount) } })
  }
  for (const balance of preTokenBalances) put('before', balance)
  for (const balance of postTokenBalances) put('after', balance)
  return [...found.values()]
}

function coinChanges(keys: readonly string[], { preBalances, postBalances }: RawTransaction['meta']): HoldingChange[] {
  return keys
    .map((owner, index) => ({ owner, amount: BigInt(postBalances[index] ?? 0n) - BigInt(preBalances[index] ?? 0n) }))
    .filter(({ amount }) => amount !== 0n)
}

/** Summed over all accounts of one owner; an account that changes hands leaves one and reaches the other. */
function tokenChanges(tokens: readonly TokenHolding[]): HoldingChange[] {
  const sums = new Map<string, { owner: string; mint: string; amount: bigint }>()
  const add = (held: TokenHolding['before'], mint: string, sign: bigint) => {
    if (!held) return
    const key = `${held.owner} ${mint}`
    const known = sums.get(key) ?? { owner: held.owner, mint, amount: 0n }
    sums.set(key, { ...known, amount: known.amount + sign * held.amount })
  }
  for (const { before, after, mint } of tokens) {
    add(before, mint, -1n)
    add(after, mint, 1n)
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0n)
}
