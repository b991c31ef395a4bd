import type { Database } from '#drizzle/client.ts'
import type { Sealer } from '#server/auth/sealing.ts'
import { awardPrizes } from '#server/quests/draw/awardPrizes.ts'
import { drawPrizes } from '#server/quests/draw/drawPrizes.ts'
import { finalizedBlockAt } from '#server/rollup/l2/blockAt.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import type { L2Client } from '#server/rollup/l2/slotReader.ts'
import { questDeps } from './quests.ts'
import { readChains } from './settings.ts'

type Deps = { db: Database; client: L2Client; sealer: Sealer | null; now(): number }

export type Draws = { draw(): Promise<number>; award(): Promise<number> }

/** `draw` what is due, and give winners their prizes (`award`): both answer how many. Called as often as one likes. */
export function composeDraws({ db, client, sealer, now }: Deps): Draws {
  const deps = {
    ...questDeps({ db, chains: readChains(), sealer, now }),
    // Nothing of the slot is older than its contracts.
    finalizedBlockAt: async (seconds: number) => finalizedBlockAt(client, seconds, (await slotDeployment(db)).fromBlock),
  }
  return { draw: () => drawPrizes(deps), award: () => awardPrizes(deps) }
}
