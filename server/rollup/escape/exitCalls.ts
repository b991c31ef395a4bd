import type { Path } from '#server/rollup/protocol/circuitInputs.ts'
import { packCounters, packCredential, packOwner, packPools, packPrices, packSchedule } from '#server/rollup/protocol/packing.ts'
import type { TreeName } from '#server/rollup/protocol/trees.ts'
import type { EngineDeps } from '#server/rollup/state/draft.ts'
import { genesisHeader, toAccount, toCredentialLeaf, toQuestLeaf, toStateHeader } from '#server/rollup/state/leafFields.ts'
import { type LeafFields, type NodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import { pathAt } from '#server/rollup/state/pathAt.ts'
import { vaultIndex } from '#server/rollup/state/slotState.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Belonging } from './belongings.ts'

/** `Payee` of IEscape.sol: the account's EVM wallet needs no signature. */
export type Payee = { to: Hex; solanaKey: Hex; signature: Hex }

/** A call of the escape contract, in the shape of its ABI. */
export type ExitCall = { functionName: 'exitVault' | 'exitReward' | 'exitPool'; args: readonly unknown[] }

type Deps = EngineDeps & { store: NodeStore }

/** The call that takes one belonging out: its leaves and their paths under the root at the end of `batch`, the last final one. */
export async function exitCall(deps: Deps, belonging: Belonging, { payee, batch }: { payee: Payee; batch: number }): Promise<ExitCall> {
  const proofs = new Proofs(deps, batch)
  const [state, account] = [await proofs.state(), await proofs.account(belonging.account)]
  if (belonging.kind === 'vault') {
    const { token, amount } = belonging
    const path = await proofs.path('vaults', vaultIndex(belonging.account, token))
    return { functionName: 'exitVault', args: [state, account, payee, BigInt(token), amount, path] }
  }
  const quest = await proofs.quest(belonging.quest)
  if (belonging.kind === 'pool') return { functionName: 'exitPool', args: [state, account, payee, quest] }
  return { functionName: 'exitReward', args: [state, account, payee, await proofs.credential(belonging.credential), quest] }
}

/** Leaves of one batch in the shape of IEscape's structs. */
class Proofs {
  readonly #deps: Deps
  readonly #batch: number

  constructor(deps: Deps, batch: number) {
    this.#deps = deps
    this.#batch = batch
  }

  async state() {
    const [fields] = await this.#deps.store.leaves([{ tree: treeIds.state, index: 0 }], this.#batch)
    return fields ? toStateHeader(fields) : genesisHeader(this.#deps.hasher)
  }

  async account(index: number) {
    const { leaf } = toAccount(await this.#leaf('accounts', index))
    return { index: BigInt(index), ...leaf, path: await this.path('accounts', index) }
  }

  async quest(index: number) {
    const leaf = toQuestLeaf(await this.#leaf('quests', index))
    const { issuerKeyX, issuerKeyY, rulesHash } = leaf
    const terms = { owner: packOwner(leaf), schedule: packSchedule(leaf), prices: packPrices(leaf) }
    const changing = { counters: packCounters(leaf), pools: packPools(leaf) }
    return { index: BigInt(index), issuerKeyX, issuerKeyY, rulesHash, ...terms, ...changing, path: await this.path('quests', index) }
  }

  async credential(index: number) {
    const leaf = toCredentialLeaf(await this.#leaf('credentials', index))
    const path = await this.path('credentials', index)
    return { index: BigInt(index), packed: packCredential(leaf), evidenceRoot: leaf.evidenceRoot, path }
  }

  async path(tree: TreeName, index: number): Promise<Path> {
    return (await pathAt(this.#deps, tree, { index, batch: this.#batch })).path
  }

  async #leaf(tree: Exclude<TreeName, 'vaults'>, index: number): Promise<LeafFields> {
    const [fields] = await this.#deps.store.leaves([{ tree: treeIds[tree], index }], this.#batch)
    if (fields) return fields
    throw new CairnError('rollup.not-found', `The slot has nothing at this place of its ${tree}.`, { meta: { field: tree, found: index } })
  }
}
