import type { QuestLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { toCredential, toQuestLeaf } from '#server/rollup/state/leafFields.ts'
import { type NodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import { vaultIndex } from '#server/rollup/state/slotState.ts'
import type { LeafIndex } from './leafIndex.ts'

/** What an account can take out of a frozen slot, as `Escape` pays it. Amounts in the token's smallest unit. */
export type Belonging =
  | { kind: 'vault'; account: number; token: number; amount: bigint }
  | { kind: 'reward'; account: number; credential: number; quest: number; token: number; amount: bigint }
  /** `amount` of the quest's reward token and `feeAmount` of token 0. */
  | { kind: 'pool'; account: number; quest: number; token: number; amount: bigint; feeAmount: bigint }

/** Index of a belonging among those of its kind: the bit that `Escape` keeps of it. */
export function bitOf(belonging: Belonging): number {
  if (belonging.kind === 'vault') return vaultIndex(belonging.account, belonging.token)
  return belonging.kind === 'reward' ? belonging.credential : belonging.quest
}

const CLAIMED = 1n

/** Everything that one account owns at the end of `batch`: balances, rewards it did not claim, what is left in the pools of its quests. */
export async function belongingsOf(
  deps: { store: NodeStore; index: LeafIndex },
  { account, batch }: { account: number; batch: number },
): Promise<Belonging[]> {
  const quests = new Quests(deps.store, batch)
  return [
    ...(await vaultsOf(deps, { account, batch })),
    ...(await rewardsOf(deps, quests, { account, batch })),
    ...(await poolsOf(deps, quests, account)),
  ]
}

type Deps = { store: NodeStore; index: LeafIndex }
type At = { account: number; batch: number }

async function vaultsOf({ store, index }: Deps, { account, batch }: At): Promise<Belonging[]> {
  const tokens = index.tokensOf(account)
  const keys = tokens.map((token) => ({ tree: treeIds.vaults, level: 0, index: vaultIndex(account, token) }))
  const balances = await store.nodes(keys, batch)
  return tokens.flatMap((token, i) => {
    const amount = balances[i] ?? 0n
    return amount === 0n ? [] : [{ kind: 'vault' as const, account, token, amount }]
  })
}

async function rewardsOf({ store, index }: Deps, quests: Quests, { account, batch }: At): Promise<Belonging[]> {
  const indices = index.credentialsOf(account)
  const leaves = await store.leaves(
    indices.map((credential) => ({ tree: treeIds.credentials, index: credential })),
    batch,
  )
  const rewards: Belonging[] = []
  for (const [i, credential] of indices.entries()) {
    const fields = leaves[i]
    if (!fields) continue
    const { leaf, revoked } = toCredential(fields)
    // A revoked credential's reward went back to the pool.
    if (revoked !== null || (leaf.flags & CLAIMED) !== 0n) continue
    const terms = await quests.get(Number(leaf.quest))
    if (!terms || terms.rewardPerMint === 0n) continue
    const [quest, token] = [Number(leaf.quest), Number(terms.rewardToken)]
    rewards.push({ kind: 'reward', account, credential, quest, token, amount: terms.rewardPerMint })
  }
  return rewards
}

async function poolsOf({ index }: Deps, quests: Quests, account: number): Promise<Belonging[]> {
  const pools: Belonging[] = []
  for (const quest of index.questsOf(account)) {
    const leaf = await quests.get(quest)
    if (!leaf || (leaf.pool === 0n && leaf.feePool === 0n)) continue
    pools.push({ kind: 'pool', account, quest, token: Number(leaf.rewardToken), amount: leaf.pool, feeAmount: leaf.feePool })
  }
  return pools
}

/** Quest leaves at one batch, each read once. */
class Quests {
  readonly #store: NodeStore
  readonly #batch: number
  readonly #known = new Map<number, QuestLeaf | null>()

  constructor(store: NodeStore, batch: number) {
    this.#store = store
    this.#batch = batch
  }

  async get(quest: number): Promise<QuestLeaf | null> {
    const known = this.#known.get(quest)
    if (known !== undefined) return known
    const [fields] = await this.#store.leaves([{ tree: treeIds.quests, index: quest }], this.#batch)
    const leaf = fields ? toQuestLeaf(fields) : null
    this.#known.set(quest, leaf)
    return leaf
  }
}
