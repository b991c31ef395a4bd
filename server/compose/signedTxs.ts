import type { Connection } from '#drizzle/client.ts'
import { createMoneyStore } from '#server/money/moneyStore.ts'
import { takenBy } from '#server/money/taken.ts'
import type { SignedTxs } from '#server/quests/slotPort.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import { tokensPerAccount } from '#server/rollup/protocol/constants.gen.ts'
import { decodeLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { acceptSigned as accept } from '#server/rollup/sequencer/acceptSigned.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createNodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'

/** What the account's vaults hold and nothing that waits will take, by token. A quest's reward is in the coin: of what waits only that is known. */
export async function availableIn(connection: Connection, account: number, tokens: readonly number[]): Promise<Map<number, bigint>> {
  const nodes = createNodeStore(connection)
  const keys = tokens.map((token) => ({ tree: treeIds.vaults, level: 0, index: account * tokensPerAccount + token }))
  const held = await nodes.nodes(keys, await nodes.latest())
  const waiting = (await createMoneyStore(connection).waiting(account)).map(decodeLedgerTx)
  return new Map(
    tokens.map((token, i) => {
      const left = (held[i] ?? 0n) - waiting.reduce((sum, tx) => sum + takenBy(tx, token), 0n)
      return [token, left > 0n ? left : 0n] as const
    }),
  )
}

/** Hands the slot what a member signed, if the vaults hold what it takes. */
export async function acceptSigned(connection: Connection, signed: SignedTxs): Promise<Hex[]> {
  const available = await availableIn(connection, signed.account, [0])
  const taken = signed.words.reduce((sum, words) => sum + takenBy(decodeLedgerTx(words), 0), 0n)
  const left = available.get(0) ?? 0n
  if (taken > left)
    throw new CairnError('quest.funds-short', 'The vault holds less than this takes.', {
      meta: { field: 'funds', found: String(left), expected: `at least ${taken} wei` },
    })
  const { chainId, rollup } = await slotDeployment(connection)
  return accept(connection, { hasher: fastHasher, domain: { chainId, rollup } }, signed)
}
