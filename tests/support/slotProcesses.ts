import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPublicClient, createWalletClient, defineChain, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { devBulkVerifierBytecode } from '#contracts/abi/devBulkVerifier.gen.ts'
import { devLargeVerifierBytecode } from '#contracts/abi/devLargeVerifier.gen.ts'
import { devSmallVerifierBytecode } from '#contracts/abi/devSmallVerifier.gen.ts'
import { openDatabase } from '#drizzle/client.ts'
import { migrateDatabase } from '#drizzle/migrate.ts'
import { deployments } from '#drizzle/schema/rollup.ts'
import { postgresService, postgresUrl } from '#server/cli/stack/postgres.ts'
import { type RunningService, runService, type ServiceSpec } from '#server/cli/stack/service.ts'
import type { CircuitName } from '#server/rollup/protocol/constants.gen.ts'
import { derivePublicKey, signingKeyFrom } from '#server/rollup/protocol/schnorr.ts'
import { pointsFor, readArtefact } from '#server/rollup/prover/circuitArtefact.ts'
import { ensureCrs, ensurePoints } from '#server/rollup/prover/crs.ts'
import { ensureVerificationKey } from '#server/rollup/prover/verificationKey.ts'
import { type CircuitVerifier, deploySlot } from '#server/rollup/settlement/deploy.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { genesisRoot } from '#server/rollup/state/slotState.ts'
import { fromHex, toHex, toHex32 } from '#server/shared/bytes.ts'
import { systemClock } from '#server/shared/clock.ts'
import { anvilKeys, startAnvil } from './anvil.ts'
import { freePort } from './ports.ts'

export type WorkerName = 'sequencer' | 'prover' | 'publisher' | 'watcher' | 'rpc'
export type WorkerProcess = RunningService

const endings = ['SIGINT', 'SIGTERM'] as const
const project = join(import.meta.dirname, '..', '..')
const issuerKey = `0x00${'42'.repeat(31)}`
const bytecodes: Record<CircuitName, `0x${string}`> = {
  small: devSmallVerifierBytecode,
  large: devLargeVerifierBytecode,
  bulk: devBulkVerifierBytecode,
}

type SlotOptions = {
  circuits?: readonly CircuitName[]
  logs?: boolean
  /** Where the database lives; default: a folder of its own. */
  postgresFolder?: string
  /** More settings of the database server. */
  postgresSettings?: readonly string[]
}

/** A slot as it runs: Postgres that waits for the disk, L2 with a block a second, the contracts; workers are started as processes. */
export async function startSlotProcesses({ circuits = ['small'], logs = false, ...options }: SlotOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-slot-'))
  chmodSync(folder, 0o755)
  const at = options.postgresFolder ?? join(folder, 'postgres')
  const postgresOptions = { folder: at, port: await freePort(), password: 'bench-only', settings: options.postgresSettings ?? [] }
  const spec = await postgresService(postgresOptions)
  const postgres = { spec, running: await runService(spec) }
  const databaseUrl = postgresUrl(postgresOptions)
  await migrateDatabase(databaseUrl)
  const { db, close } = openDatabase(databaseUrl, { max: 4 })
  const anvil = await startAnvil({ chainId: 31_338, blockSeconds: 1 })
  const chain = defineChain({
    id: anvil.chainId,
    name: 'L2',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [anvil.url] } },
  })
  const client = createPublicClient({ chain, transport: http(anvil.url), cacheTime: 0, pollingInterval: 100 })
  const home = join(project, '.cairn')
  const crs = await ensureCrs({ CAIRN_HOME: home, CAIRN_L2_CHAIN_ID: anvil.chainId })
  const verifiers: CircuitVerifier[] = []
  for (const circuit of circuits) {
    const artefact = readArtefact(circuit)
    await ensurePoints(crs, pointsFor(artefact))
    const key = await ensureVerificationKey(artefact, crs, { threads: 2, folder: join(home, 'cache', 'keys') })
    verifiers.push({ circuit, bytecode: bytecodes[circuit], verifyingKey: toHex(await readFile(key.path)) })
  }
  const [deployer, publisher] = [privateKeyToAccount(anvilKeys[0]), privateKeyToAccount(anvilKeys[1])]
  const { blockNumber, ...addresses } = await deploySlot(
    { walletClient: createWalletClient({ account: deployer, chain, transport: http(anvil.url) }), publicClient: client },
    { proposer: publisher.address, genesisRoot: toHex32(genesisRoot(fastHasher)), verifiers, threshold: 1 },
  )
  await db
    .insert(deployments)
    .values(
      Object.entries(addresses).map(([name, address]) => ({ name, chainId: anvil.chainId, address, blockNumber: Number(blockNumber) })),
    )
  const issuer = derivePublicKey(signingKeyFrom(fromHex(issuerKey) ?? new Uint8Array()))
  const rpcPort = await freePort()
  const settings = {
    ...{ PATH: '/usr/bin:/bin', TZ: 'UTC', NODE_ENV: 'production', CAIRN_HOME: home, CAIRN_LOG_LEVEL: 'info' },
    ...{ DATABASE_URL: databaseUrl, CAIRN_L2_RPC: anvil.url, CAIRN_L2_CHAIN_ID: String(anvil.chainId) },
    ...{ CAIRN_RPC_PORT: String(rpcPort), CAIRN_RPC_PER_MINUTE: '1000000000' },
    CAIRN_ISSUER_PUBLIC_KEY: `${toHex32(issuer.x)}${toHex32(issuer.y).slice(2)}`,
    CAIRN_PROVER_RECIPIENT: publisher.address.toLowerCase(),
  }
  const secrets: Record<WorkerName, Record<string, string>> = {
    sequencer: { CAIRN_ISSUER_KEY: issuerKey },
    prover: {},
    publisher: { CAIRN_PUBLISHER_KEY: anvilKeys[1], CAIRN_PLATFORM_KEY: anvilKeys[2] },
    watcher: {},
    rpc: { CAIRN_RECEIPT_KEY: anvilKeys[3] },
  }
  const workers: WorkerProcess[] = []
  /** How a process of this kind is started, with settings of its own. */
  const workerSpec = async (name: WorkerName, more: Record<string, string> = {}): Promise<ServiceSpec> => {
    const port = name === 'rpc' ? rpcPort : await freePort()
    return {
      ...{ name, command: process.execPath, cwd: project, stopSignal: 'SIGTERM' as const, stopWithinMs: 15_000, readyWithinMs: 60_000 },
      args: ['--disable-warning=ExperimentalWarning', join(project, 'server', 'workers', `${name}Worker.ts`)],
      env: { ...settings, ...secrets[name], CAIRN_HEALTH_PORT: String(port), ...more },
      ready: async () => (await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2000) })).ok,
    }
  }
  /** Starts one more process of this kind, with settings of its own. */
  const start = async (name: WorkerName, more: Record<string, string> = {}) => {
    const worker = await runService(await workerSpec(name, more), ...(logs ? [join(tmpdir(), `cairn-bench-${name}.log`)] : []))
    workers.push(worker)
    return worker
  }
  let stopping: Promise<void> | undefined
  const takeDown = async () => {
    await Promise.all(workers.map((worker) => worker.stop()))
    await close()
    await anvil.stop()
    await postgres.running.stop()
    for (const signal of endings) process.off(signal, endAll)
    rmSync(folder, { recursive: true, force: true })
  }
  const stop = () => {
    stopping ??= takeDown()
    return stopping
  }
  // What was started here ends with whoever started it.
  const endAll = () => void stop().then(() => process.exit(1))
  for (const signal of endings) process.once(signal, endAll)
  // A block a second keeps the chain's clock with ours; the first batch must not be older than the rollup.
  const { timestamp } = await client.getBlock()
  await systemClock.sleep(Math.max(0, (Number(timestamp) + 2) * 1000 - systemClock.now()))
  return {
    ...{ db, databaseUrl, anvil, client, chain, start, workerSpec, issuer, postgres },
    slot: { rollup: addresses.rollup, inbox: addresses.inbox, fromBlock: blockNumber },
    bridge: addresses.bridge,
    domain: { chainId: anvil.chainId, rollup: addresses.rollup },
    rpcUrl: `http://127.0.0.1:${rpcPort}/rpc`,
    stop,
  }
}

export type SlotProcesses = Awaited<ReturnType<typeof startSlotProcesses>>

/** One JSON-RPC call; throws the error that was answered. */
export async function callRpc<T>(url: string, method: string, ...params: unknown[]): Promise<T> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }) })
  const { result, error } = (await response.json()) as { result: T; error?: { message: string } }
  if (error) throw new Error(`${method}: ${JSON.stringify(error)}`)
  return result
}

/** Asks again until the answer is there. */
export async function until<T>(ask: () => Promise<T | null | undefined | false>, { everyMs = 100, withinMs = 180_000 } = {}): Promise<T> {
  const deadline = systemClock.now() + withinMs
  while (systemClock.now() < deadline) {
    const answer = await ask()
    if (answer !== null && answer !== undefined && answer !== false) return answer
    await systemClock.sleep(everyMs)
  }
  throw new Error('waited too long')
}
