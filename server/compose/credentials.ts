import type { Client } from 'viem'
import type { Database } from '#drizzle/client.ts'
import type { ReadNames } from '#server/accounts/refreshNames.ts'
import type { ExplorerStore } from '#server/credentials/explorerStore.ts'
import { createLanesClient, type LanesPort } from '#server/credentials/lanesClient.ts'
import { readRecord } from '#server/credentials/readRecord.ts'
import { readVotes } from '#server/credentials/readVotes.ts'
import { createRecordStore } from '#server/credentials/recordStore.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import { CairnError } from '#server/shared/errors.ts'
import { describeRule } from '#server/verify/run.ts'

type Deps = { db: Database; explorer: ExplorerStore; names: ReadNames; evmClient(chain: string): Client | null }

/** What anyone may read of a credential. */
export function composeCredentials({ db, explorer, names, evmClient }: Deps) {
  const records = { explorer, records: createRecordStore(db), names, describe: describeRule }
  const kept: { active?: ReturnType<LanesPort['active']> } = {}
  const lanes = async (): Promise<LanesPort> => {
    const { chainId, rollup } = await slotDeployment(db)
    const client = evmClient(`eip155:${chainId}`)
    if (!client) throw new CairnError('chain.unreachable', 'No endpoint of L2 is configured.')
    const port = createLanesClient(client, rollup)
    const active = () => {
      kept.active ??= port.active().catch((error: unknown) => {
        delete kept.active
        throw error
      })
      return kept.active
    }
    return { ...port, active }
  }
  return {
    record: (input: { index: number; viewerId: string | null }) => readRecord(records, input),
    votes: (input: { batch: number }) => readVotes({ explorer, lanes }, input),
  }
}
