import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ne } from 'drizzle-orm'
import pino from 'pino'
import { createPublicClient, createTestClient, createWalletClient, defineChain, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { devSmallVerifierBytecode } from '#contracts/abi/devSmallVerifier.gen.ts'
import type { Database } from '#drizzle/client.ts'
import { rollupBatches } from '#drizzle/schema/rollup.ts'
import { sign } from '#server/rollup/protocol/schnorr.ts'
import { readArtefact } from '#server/rollup/prover/circuitArtefact.ts'
import { ensureCrs } from '#server/rollup/prover/crs.ts'
import { prove } from '#server/rollup/prover/prove.ts'
import { proveNext } from '#server/rollup/prover/proveNext.ts'
import { ensureVerificationKey } from '#server/rollup/prover/verificationKey.ts'
import type { SealedBatch } from '#server/rollup/sequencer/ports.ts'
import { Sequencer } from '#server/rollup/sequencer/sealNext.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { deploySlot } from '#server/rollup/settlement/deploy.ts'
import { publish } from '#server/rollup/settlement/publish.ts'
import { openQuests } from '#server/rollup/settlement/questOpening.ts'
import { settle } from '#server/rollup/settlement/settle.ts'
import { InboxSync } from '#server/rollup/settlement/syncInbox.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import { genesisRoot } from '#server/rollup/state/slotState.ts'
import { SlotDeriver } from '#server/rollup/watcher/deriveSlot.ts'
import { toHex, toHex32 } from '#server/shared/bytes.ts'
import { systemClock } from '#server/shared/clock.ts'
import { anvilKeys, startAnvil } from './anvil.ts'
import { issuerKey, issuerSecret } from './slotFixture.ts'

/** Development reference string and keys, made once and shared by every test of a checkout. */
export const cacheHome = join(import.meta.dirname, '..', '..', '.cairn')
export const keyFolder = join(cacheHome, 'cache', 'keys')
export const recipient = '0x00000000000000000000000000000000000000aa'

/** A whole slot without its processes: real anvil, real contracts, real Postgres, real proofs; the caller turns each wheel. */
export async function startLocalSlot(db: Database) {
  const clock = systemClock
  const anvil = await startAnvil({ chainId: 31_338 })
  const chain = defineChain({
    id: anvil.chainId,
    name: 'L2',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [anvil.url] } },
  })
  const transport = http(anvil.url)
  const client = createPublicClient({ chain, transport, cacheTime: 0 })
  const tester = createTestClient({ chain, mode: 'anvil', transport })
  const [deployer, publisher, platform] = [0, 1, 2].map((i) => privateKeyToAccount(anvilKeys[i] ?? anvilKeys[0])) as [
    Signer,
    Signer,
    Signer,
  ]
  const crs = await ensureCrs({ CAIRN_HOME: cacheHome, CAIRN_L2_CHAIN_ID: anvil.chainId })
  const key = await ensureVerificationKey(readArtefact('small'), crs, { threads: 2, folder: keyFolder })
  const addresses = await deploySlot(
    { walletClient: createWalletClient({ account: deployer, chain, transport }), publicClient: client },
    {
      proposer: publisher.address,
      genesisRoot: toHex32(genesisRoot(fastHasher)),
      verifiers: [{ circuit: 'small', bytecode: devSmallVerifierBytecode, verifyingKey: toHex(await readFile(key.path)) }],
      threshold: 1,
    },
  )
  // A block a transaction runs the chain's clock ahead of ours: the first batch must not be older than the rollup.
  const { timestamp } = await client.getBlock()
  await clock.sleep(Math.max(0, (Number(timestamp) + 2) * 1000 - clock.now()))
  const slot = { rollup: addresses.rollup, inbox: addresses.inbox, fromBlock: addresses.blockNumber }
  const domain = { chainId: anvil.chainId, rollup: addresses.rollup }
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
  const sealed: SealedBatch[] = []
  const sequencer = new Sequencer({
    db,
    hasher: fastHasher,
    store: createNodeStore(db),
    domain,
    issuer: { sign: async (_quest, message) => sign(fastHasher, issuerSecret, message) },
    sealed: { sealed: async (_connection, batch) => void sealed.push(batch), unsealed: async () => {} },
    clock,
    log,
    leader: 0,
    policy: { sealAfterMs: 0, maxOpen: 8 },
  })
  const signers = { publisher, platform }
  const inbox = new InboxSync({ db, client, slot })
  const owner = `eip155:${platform.address.toLowerCase()}`
  const opening = {
    db,
    client,
    slot,
    log,
    owner,
    issuerKey,
    openAccount: async (connection: Parameters<typeof submitTx>[0], wallet: string) =>
      void (await submitTx(connection, { key: `open:${wallet}`, kind: 'openAccount', payload: { wallet } })),
  }
  const proveInputs: Parameters<typeof proveNext>[0]['prove'] = async (inputs, { signal }) => {
    const done = await prove(inputs, { crs, threads: 2, keyFolder, recipient: BigInt(recipient), signal })
    return { ...done, recipient }
  }
  const proverDeps = { db, log, clock, prover: 'test', prove: proveInputs }
  const publishOnce = async () => {
    await inbox.sync()
    await openQuests(opening)
    await settle({ db, client, slot, clock, log })
    for (const sender of ['publisher', 'platform'] as const) await publish({ db, client, clock, log, signers }, sender)
  }
  return {
    anvil,
    client,
    tester,
    slot,
    addresses,
    domain,
    publisher,
    owner,
    sealed,
    sequencer,
    publishOnce,
    proveOnce: () => proveNext(proverDeps, new AbortController().signal),
    newDeriver: () => new SlotDeriver({ hasher: fastHasher, client, slot, domain, store: createMemoryNodeStore() }),
    /** Lets every wheel turn until nothing moves; blocks are mined so that items pass L2 finality. */
    async run() {
      for (let quiet = 0, round = 0; quiet < 4 && round < 60; round++) {
        await publishOnce()
        await tester.mine({ blocks: 3 })
        let moved = false
        while (await sequencer.sealNext()) moved = true
        while (await proveNext(proverDeps, new AbortController().signal)) moved = true
        const open = await db.$count(rollupBatches, ne(rollupBatches.status, 'final'))
        quiet = moved || open > 0 ? 0 : quiet + 1
      }
    },
    async stop() {
      await anvil.stop()
    },
  }
}

type Signer = ReturnType<typeof privateKeyToAccount>
