import { parseGwei } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Connection } from '#drizzle/client.ts'
import { tellFinal, tellPaid } from '#server/news/tellStore.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import type { GrumpkinPoint } from '#server/rollup/protocol/schnorr.ts'
import { changeIssuers } from '#server/rollup/sequencer/issuer/changeIssuers.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { payOut } from '#server/rollup/settlement/payout.ts'
import { newReorgWatches, publish } from '#server/rollup/settlement/publish.ts'
import { openQuests } from '#server/rollup/settlement/questOpening.ts'
import { settle } from '#server/rollup/settlement/settle.ts'
import { slotAccountOf } from '#server/rollup/settlement/settlementStore.ts'
import { InboxSync } from '#server/rollup/settlement/syncInbox.ts'
import { watchWalletSends } from '#server/rollup/settlement/walletSends.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import { requireKey } from '#server/shared/env.ts'
import { tellFinalCredentials } from '#server/webhooks/tellStore.ts'
import { listenFor } from './listen.ts'
import { askForPlatformKey, platformSpendKey } from './platformKey.ts'
import { issuerPublicKey } from './settings.ts'
import { l2Client, type WorkerEnvironment, workerDatabase } from './worker.ts'

export async function composePublisher({ env, log, clock }: WorkerEnvironment) {
  const { db, url, close } = workerDatabase(env, log)
  const client = l2Client(env)
  const slot = await slotDeployment(db)
  const signers = {
    publisher: privateKeyToAccount(requireKey(env, 'CAIRN_PUBLISHER_KEY') as `0x${string}`),
    platform: privateKeyToAccount(requireKey(env, 'CAIRN_PLATFORM_KEY') as `0x${string}`),
  }
  const inbox = new InboxSync({ db, client, slot })
  const owner = `eip155:${signers.platform.address.toLowerCase()}`
  const openAccount = async (connection: Connection, wallet: string) => {
    await submitTx(connection, { key: `open:${wallet}`, kind: 'openAccount', payload: { wallet } })
  }
  const opening = { db, client, slot, log, owner, issuerKey: issuerPublicKey(env), openAccount }
  const { secret, identity } = platformSpendKey(requireKey(env, 'CAIRN_PLATFORM_KEY'))
  const changing = {
    ...{ db, hasher: fastHasher, store: createNodeStore(db), domain: { chainId: slot.chainId, rollup: slot.rollup }, secret, log },
    account: () => slotAccountOf(db, owner),
    askForKey: (account: number, key: GrumpkinPoint) => askForPlatformKey({ db, client, slot }, { account, key, identity }),
  }
  const publishing = {
    db,
    client,
    clock,
    log,
    signers,
    maxFeePerGas: parseGwei(String(env.CAIRN_MAX_FEE_GWEI)),
    reorgs: newReorgWatches(client),
  }
  const onFinal = async (connection: Connection, batch: number) => {
    await tellFinal(connection, batch)
    await tellFinalCredentials(connection, batch)
  }
  const listener = listenFor(url, ['cairn_batches', 'cairn_proofs', 'cairn_txs'], log)
  return {
    async tick() {
      const moved = [
        await inbox.sync(),
        await openQuests(opening),
        await changeIssuers(changing),
        await settle({ db, client, slot, clock, log, dataSource: env.CAIRN_DATA_SOURCE, onFinal }),
        await payOut({ db, client, slot, log, onPaid: tellPaid }),
        await watchWalletSends({ db, client }),
        await publish(publishing, 'publisher'),
        await publish(publishing, 'platform'),
      ]
      return moved.some(Boolean)
    },
    wake: listener.next,
    stop: () => Promise.all([listener.close(), close()]).then(() => {}),
  }
}
