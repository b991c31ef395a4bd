import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq, ne } from 'drizzle-orm'
import pino from 'pino'
import { createPublicClient, createTestClient, createWalletClient, defineChain, encodeFunctionData, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { devBulkVerifierBytecode } from '#contracts/abi/devBulkVerifier.gen.ts'
import { devLargeVerifierBytecode } from '#contracts/abi/devLargeVerifier.gen.ts'
import { devSmallVerifierBytecode } from '#contracts/abi/devSmallVerifier.gen.ts'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import type { Database } from '#drizzle/client.ts'
import { rollupBatches } from '#drizzle/schema/rollup.ts'
import type { CircuitName } from '#server/rollup/protocol/constants.gen.ts'
import { sign } from '#server/rollup/protocol/schnorr.ts'
import { pointsFor, readArtefact } from '#server/rollup/prover/circuitArtefact.ts'
import { ensureCrs, ensurePoints } from '#server/rollup/prover/crs.ts'
import { prove } from '#server/rollup/prover/prove.ts'
import { proveNext } from '#server/rollup/prover/proveNext.ts'
import { ensureVerificationKey } from '#server/rollup/prover/verificationKey.ts'
import type { SealPolicy } from '#server/rollup/sequencer/plan.ts'
import type { SealedBatch, SealedPort } from '#server/rollup/sequencer/ports.ts'
import { Sequencer } from '#server/rollup/sequencer/sealNext.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { payData } from '#server/rollup/settlement/claim.ts'
import { type CircuitVerifier, deploySlot } from '#server/rollup/settlement/deploy.ts'
import { payOut } from '#server/rollup/settlement/payout.ts'
import { newReorgWatches, publish } from '#server/rollup/settlement/publish.ts'
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

const devVerifiers: Record<CircuitName, `0x${string}`> = {
  small: devSmallVerifierBytecode,
  large: devLargeVerifierBytecode,
  bulk: devBulkVerifierBytecode,
}

export type LocalSlotOptions = {
  /** Circuits with a verifier on L2. */
  circuits?: readonly CircuitName[]
  policy?: Partial<SealPolicy>
  /** Default: a block for each transaction. */
  blockSeconds?: number
  threads?: number
  /** What a sealed batch means to others, in its transaction. */
  onSealed?: SealedPort['sealed']
}

/** A whole slot without its processes: real anvil, real contracts, real Postgres, real proofs; the caller turns each wheel. */
export async function startLocalSlot(db: Database, options: LocalSlotOptions = {}) {
  const { circuits = ['small'], threads = 2 } = options
  const clock = systemClock
  const anvil = await startAnvil({ chainId: 31_338, ...(options.blockSeconds ? { blockSeconds: options.blockSeconds } : {}) })
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
  const verifiers: CircuitVerifier[] = []
  for (const circuit of circuits) {
    const artefact = readArtefact(circuit)
    await ensurePoints(crs, pointsFor(artefact))
    const key = await ensureVerificationKey(artefact, crs, { threads: 2, folder: keyFolder })
    verifiers.push({ circuit, bytecode: devVerifiers[circuit], verifyingKey: toHex(await readFile(key.path)) })
  }
  const addresses = await deploySlot(
    { walletClient: createWalletClient({ account: deployer, chain, transport }), publicClient: client },
    {
      proposer: publisher.address,
      genesisRoot: toHex32(genesisRoot(fastHasher)),
      verifiers,
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
    issuer: { sign: async (_quest, message, { x }) => (x === issuerKey.x ? sign(fastHasher, issuerSecret, message) : 'elsewhere') },
    sealed: {
      async sealed(connection, batch) {
        sealed.push(batch)
        await options.onSealed?.(connection, batch)
      },
      unsealed: async () => {},
    },
    clock,
    log,
    leader: 0,
    policy: { sealAfterMs: 0, maxOpen: 8, circuits, ...options.policy },
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
    const done = await prove(inputs, { crs, threads, keyFolder, recipient: BigInt(recipient), signal })
    return { ...done, recipient }
  }
  const proverDeps = { db, log, clock, prover: 'test', prove: proveInputs }
  const reorgs = newReorgWatches(client)
  const publishing = { db, client, clock, log, signers, reorgs }
  const publishOnce = async ({ payments = true } = {}) => {
    await inbox.sync()
    await openQuests(opening)
    await settle({ db, client, slot, clock, log })
    if (payments) await payOut({ db, client, slot, log })
    for (const sender of ['publisher', 'platform'] as const) await publish(publishing, sender)
  }
  return {
    anvil,
    client,
    tester,
    slot,
    addresses,
    domain,
    publisher,
    platform,
    deployer,
    owner,
    sealed,
    sequencer,
    publishing,
    publishOnce,
    proveOnce: () => proveNext(proverDeps, new AbortController().signal),
    newDeriver: () => new SlotDeriver({ hasher: fastHasher, client, slot, domain, store: createMemoryNodeStore() }),
    /** Pays withdrawals of a final batch with another key than the publisher's. */
    async payAsStranger(batch: number, entries: number[]) {
      const [row] = await db.select().from(rollupBatches).where(eq(rollupBatches.number, batch))
      if (!row) throw new Error(`no batch ${batch}`)
      const hash = await createWalletClient({ account: deployer, chain, transport }).sendTransaction({
        to: slot.rollup,
        data: payData(row, 'withdrawals', entries),
      })
      await client.waitForTransactionReceipt({ hash, pollingInterval: 50 })
    },
    /** A deposit by the deployer, through the inbox. */
    async deposit(account: number, value: bigint) {
      const data = encodeFunctionData({ abi: inboxAbi, functionName: 'deposit', args: [account, 0n] })
      const hash = await createWalletClient({ account: deployer, chain, transport }).sendTransaction({ to: slot.inbox, data, value })
      await client.waitForTransactionReceipt({ hash, pollingInterval: 50 })
    },
    /** Lets every wheel turn until nothing moves; blocks are mined so that items pass L2 finality. */
    async run(turn: { payments?: boolean } = {}) {
      for (let quiet = 0, round = 0; quiet < 4 && round < 60; round++) {
        await publishOnce(turn)
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
