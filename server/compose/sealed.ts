import type { Connection } from '#drizzle/client.ts'
import { forgetSealed, recordSealed } from '#server/credentials/sealedStore.ts'
import { tellRefused } from '#server/news/tellStore.ts'
import { periodKeysAt } from '#server/reputation/xp/periods.ts'
import { recordXp, takeBackXp } from '#server/reputation/xp/xpStore.ts'
import type { SealedPort } from '#server/rollup/sequencer/ports.ts'
import { goLive } from './goLive.ts'

const xpDeps = (connection: Connection) => ({ connection, periodsAt: periodKeysAt })

/** What a sealed batch means to the rooms on the right: credentials get their place, members their XP, and quests whose leaf is there go live. */
export const sealed: SealedPort = {
  async sealed(connection, batch) {
    await recordSealed(connection, batch)
    await recordXp(xpDeps(connection), batch)
    const { questsOpened, openingTxs } = batch
    if (questsOpened.length + openingTxs.length > 0) await goLive(connection, questsOpened, openingTxs)
  },
  async unsealed(connection, fromBatch) {
    await takeBackXp(xpDeps(connection), fromBatch)
    await forgetSealed(connection, fromBatch)
  },
  refused: tellRefused,
}
