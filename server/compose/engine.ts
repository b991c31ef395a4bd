import { hostname } from 'node:os'
import { join } from 'node:path'
import { createPublicClient, defineChain, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { type Database, openDatabase } from '#drizzle/client.ts'
import { forgetSealed, recordSealed } from '#server/credentials/sealedStore.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import type { L2Client } from '#server/rollup/l2/slotReader.ts'
import type { CircuitInputs } from '#server/rollup/protocol/circuitInputs.ts'
import { ensureCrs } from '#server/rollup/prover/crs.ts'
import { prove } from '#server/rollup/prover/prove.ts'
import { proveNext } from '#server/rollup/prover/proveNext.ts'
import { createKeyIssuer } from '#server/rollup/sequencer/issuerKey.ts'
import type { SealedPort } from '#server/rollup/sequencer/ports.ts'
import { Sequencer } from '#server/rollup/sequencer/sealNext.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { publish } from '#server/rollup/settlement/publish.ts'
import { openQuests } from '#server/rollup/settlement/questOpening.ts'
import { settle } from '#server/rollup/settlement/settle.ts'
import { InboxSync } from '#server/rollup/settlement/syncInbox.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import { SlotDeriver } from '#server/rollup/watcher/deriveSlot.ts'
import { type Env, requireKey } from '#server/shared/env.ts'
import type { Log } from '#server/shared/log.ts'
import { listenFor } from './listen.ts'

/** Batches on their way to finality before sealing waits for settlement. */
const maxOpenBatches = 8

export function l2Client(env: Env): L2Client {
  const chain = defineChain({
    id: env.CAIRN_L2_CHAIN_ID,
    name: 'L2',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [env.CAIRN_L2_RPC] } },
  })
  return createPublicClient({ chain, transport: http(env.CAIRN_L2_RPC, { retryCount: 1, timeout: 10_000 }), cacheTime: 0 })
}

/** The database of a worker: `DATABASE_URL` is set by whoever starts the process. */
export function workerDatabase(env: Env, log: Log) {
  const url = requireKey(env, 'DATABASE_URL')
  return { url, ...openDatabase(url, { max: 6, onError: (error) => log.warn({ err: error }, 'a database connection was lost') }) }
}

/** What a sealed batch means to the rooms on the right: credentials get their place, and quests whose leaf is there go live. */
export function sealedPort(goLive: (connection: Parameters<SealedPort['sealed']>[0], quests: number[]) => Promise<void>): SealedPort {
  return {
    async sealed(connection, batch) {
      await recordSealed(connection, batch)
      if (batch.questsOpened.length > 0) await goLive(connection, batch.questsOpened)
    },
    unsealed: forgetSealed,
  }
}

type Context = { env: Env; log: Log; clock: { now(): number; sleep(ms: number, signal?: AbortSignal): Promise<void> } }

export async function composeSequencer({ env, log, clock }: Context, sealed: SealedPort) {
  const { db, url, close } = workerDatabase(env, log)
  const slot = await slotDeployment(db)
  const sequencer = new Sequencer({
    db,
    hasher: fastHasher,
    store: createNodeStore(db),
    domain: { chainId: slot.chainId, rollup: slot.rollup },
    issuer: createKeyIssuer(fastHasher, requireKey(env, 'CAIRN_ISSUER_KEY')),
    sealed,
    clock,
    log,
    leader: 0,
    policy: { sealAfterMs: env.CAIRN_SEAL_AFTER_MS, maxOpen: maxOpenBatches },
  })
  const listener = listenFor(url, ['cairn_txs'], log)
  return { tick: () => sequencer.sealNext(), wake: listener.next, stop: () => Promise.all([listener.close(), close()]).then(() => {}) }
}

export async function composePublisher({ env, log, clock }: Context) {
  const { db, url, close } = workerDatabase(env, log)
  const client = l2Client(env)
  const slot = await slotDeployment(db)
  const signers = {
    publisher: privateKeyToAccount(requireKey(env, 'CAIRN_PUBLISHER_KEY') as `0x${string}`),
    platform: privateKeyToAccount(requireKey(env, 'CAIRN_PLATFORM_KEY') as `0x${string}`),
  }
  const inbox = new InboxSync({ db, client, slot })
  const owner = `eip155:${signers.platform.address.toLowerCase()}`
  const openAccount = async (connection: Parameters<typeof submitTx>[0], wallet: string) => {
    await submitTx(connection, { key: `open:${wallet}`, kind: 'openAccount', payload: { wallet } })
  }
  const opening = { db, client, slot, log, owner, issuerKey: issuerPublicKey(env), openAccount }
  const listener = listenFor(url, ['cairn_batches', 'cairn_proofs', 'cairn_txs'], log)
  return {
    async tick() {
      const moved = [
        await inbox.sync(),
        await openQuests(opening),
        await settle({ db, client, slot, clock, log }),
        await publish({ db, client, clock, log, signers }, 'publisher'),
        await publish({ db, client, clock, log, signers }, 'platform'),
      ]
      return moved.some(Boolean)
    },
    wake: listener.next,
    stop: () => Promise.all([listener.close(), close()]).then(() => {}),
  }
}

export async function composeProver({ env, log, clock, signal }: Context & { signal: AbortSignal }) {
  const { db, url, close } = workerDatabase(env, log)
  const crs = await ensureCrs(env)
  if (crs.development) log.warn('proofs use the DEVELOPMENT reference string, whose secret is known: local chains only')
  const recipient = env.CAIRN_PROVER_RECIPIENT
  const options = { crs, threads: env.CAIRN_PROVER_THREADS, keyFolder: join(env.CAIRN_HOME, 'cache', 'keys'), recipient: BigInt(recipient) }
  const deps = {
    db,
    log,
    clock,
    prover: `${hostname()}:${process.pid}`,
    prove: async (inputs: CircuitInputs, { signal: abort }: { signal: AbortSignal }) => {
      const { proof, witnessMs, proofMs, peakMemoryKb } = await prove(inputs, { ...options, signal: abort })
      return { proof, recipient, witnessMs, proofMs, peakMemoryKb }
    },
  }
  const listener = listenFor(url, ['cairn_batches'], log)
  return { tick: () => proveNext(deps, signal), wake: listener.next, stop: () => Promise.all([listener.close(), close()]).then(() => {}) }
}

export async function composeDeriver(env: Env, db: Database) {
  const slot = await slotDeployment(db)
  const domain = { chainId: slot.chainId, rollup: slot.rollup }
  return new SlotDeriver({ hasher: fastHasher, client: l2Client(env), slot, domain, store: createMemoryNodeStore() })
}

/** x and y of the issuer's Grumpkin key, from 64 bytes. */
export function issuerPublicKey(env: Env): { x: bigint; y: bigint } {
  const key = requireKey(env, 'CAIRN_ISSUER_PUBLIC_KEY')
  return { x: BigInt(key.slice(0, 66)), y: BigInt(`0x${key.slice(66)}`) }
}
