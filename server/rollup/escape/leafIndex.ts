import { tokensPerAccount } from '#server/rollup/protocol/constants.gen.ts'
import { type LeafFields, type NodeStore, type StateChanges, treeIds } from '#server/rollup/state/nodeStore.ts'

/** The trees are asked by index; who leaves asks by owner. None of this says what an account has now: that is in the store. */
export type LeafIndex = {
  /** Accounts whose primary wallet is this word: opening one twice is harmless, so there may be several. */
  accountsOf(walletWord: bigint): readonly number[]
  /** Tokens that an account's vaults ever held. */
  tokensOf(account: number): readonly number[]
  /** Credentials that were ever minted for an account. */
  credentialsOf(account: number): readonly number[]
  /** Quests that an account opened. */
  questsOf(account: number): readonly number[]
  accounts(): readonly number[]
}

const SOLANA_KIND = 1n << 248n

/** The same store, and an index of the leaves that are written through it. Owners of leaves never change, so nothing of it grows stale. */
export function indexLeaves(store: NodeStore): { store: NodeStore; index: LeafIndex } {
  const wallets = new Owned<bigint>()
  const tokens = new Owned<number>()
  const credentials = new Owned<number>()
  const quests = new Owned<number>()
  const accounts = new Set<number>()
  const note: Partial<Record<number, (index: number, fields: LeafFields) => void>> = {
    [treeIds.accounts]: (index, fields) => {
      accounts.add(index)
      wallets.add(wordOf(fields), index)
    },
    [treeIds.credentials]: (index, { account }) => credentials.add(Number(account), index),
    [treeIds.quests]: (index, { owner }) => quests.add(Number(owner), index),
  }
  const write = async (batch: number, changes: StateChanges) => {
    for (const { tree, index, fields } of changes.leaves) note[tree]?.(index, fields)
    for (const { tree, level, index } of changes.nodes) {
      if (tree === treeIds.vaults && level === 0) tokens.add(Math.floor(index / tokensPerAccount), index % tokensPerAccount)
    }
    await store.write(batch, changes)
  }
  return {
    store: { ...store, write },
    index: {
      accountsOf: (word) => wallets.of(word),
      tokensOf: (account) => tokens.of(account),
      credentialsOf: (account) => credentials.of(account),
      questsOf: (account) => quests.of(account),
      accounts: () => [...accounts].sort((a, b) => a - b),
    },
  }
}

/** The wallet word that opened an account (rollup README, "Transactions"). */
function wordOf({ evm = '0', solanaDigest = '0' }: LeafFields): bigint {
  return evm === '0' ? BigInt(solanaDigest) + SOLANA_KIND : BigInt(evm)
}

class Owned<Owner> {
  readonly #lists = new Map<Owner, Set<number>>()

  add(owner: Owner, index: number) {
    const list = this.#lists.get(owner)
    if (list) list.add(index)
    else this.#lists.set(owner, new Set([index]))
  }

  of(owner: Owner): number[] {
    return [...(this.#lists.get(owner) ?? [])].sort((a, b) => a - b)
  }
}
