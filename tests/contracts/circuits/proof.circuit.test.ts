import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPublicClient, createWalletClient, defineChain, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { devBulkVerifierBytecode } from '#contracts/abi/devBulkVerifier.gen.ts'
import { devLargeVerifierBytecode } from '#contracts/abi/devLargeVerifier.gen.ts'
import { devSmallVerifierAbi, devSmallVerifierBytecode } from '#contracts/abi/devSmallVerifier.gen.ts'
import { verifierPins } from '#contracts/scripts/verifier.ts'
import { P } from '#server/rollup/protocol/field.ts'
import { publicInputOrder } from '#server/rollup/prover/circuitAbi.ts'
import { readArtefact } from '#server/rollup/prover/circuitArtefact.ts'
import { type Crs, ensureCrs } from '#server/rollup/prover/crs.ts'
import { type BatchProof, prove } from '#server/rollup/prover/prove.ts'
import { solveApart } from '#server/rollup/prover/solveApart.ts'
import { ensureVerificationKey } from '#server/rollup/prover/verificationKey.ts'
import { type Hex, toHex, toHex32 } from '#server/shared/bytes.ts'
import { anvilKeys, startAnvil } from '../../support/anvil.ts'
import { baseSlot, domain, filled, fullBatch } from './fixture.ts'
import { runBatch } from './slotModel.ts'

const home = join(import.meta.dirname, '..', '..', '..', '.cairn')
const keyFolder = join(home, 'cache', 'keys')
const recipient = 0xbeefcafen
const inputs = runBatch(baseSlot(), domain, fullBatch())
const stops: (() => Promise<void>)[] = []
let crs: Crs
let made: BatchProof
let verifier: Awaited<ReturnType<typeof deploy>>

/** A generated verifier on a node of its own. */
async function deploy(chainId: number, bytecode = devSmallVerifierBytecode as Hex) {
  const anvil = await startAnvil({ chainId })
  stops.push(anvil.stop)
  const nativeCurrency = { name: 'Ether', symbol: 'ETH', decimals: 18 }
  const chain = defineChain({ id: chainId, name: 'test', nativeCurrency, rpcUrls: { default: { http: [anvil.url] } } })
  const client = createPublicClient({ chain, transport: http(), pollingInterval: 50 })
  const wallet = createWalletClient({ chain, transport: http(), account: privateKeyToAccount(anvilKeys[0]) })
  const hash = await wallet.deployContract({ abi: devSmallVerifierAbi, bytecode })
  const { contractAddress } = await client.waitForTransactionReceipt({ hash })
  if (!contractAddress) throw new Error('not deployed')
  const call = (proof: Uint8Array, values: readonly bigint[]) =>
    ({
      address: contractAddress,
      abi: devSmallVerifierAbi,
      functionName: 'verify',
      args: [toHex(proof), values.map((value): Hex => toHex32(value))],
    }) as const
  return {
    /** What the contract answers; false when it reverts. */
    verify: (proof: Uint8Array, values: readonly bigint[]) => client.readContract(call(proof, values)).catch(() => false),
    gas: (proof: Uint8Array, values: readonly bigint[]) => client.estimateContractGas(call(proof, values)),
  }
}

beforeAll(async () => {
  crs = await ensureCrs({ CAIRN_HOME: home, CAIRN_L2_CHAIN_ID: 31_338 })
  made = await prove(inputs, { crs, threads: 2, keyFolder, recipient })
  verifier = await deploy(31_338)
})
afterAll(async () => {
  for (const stop of stops) await stop()
})

describe('a real proof of a full batch', () => {
  it('is accepted by the generated verifier, with the recipient that the prover set', async () => {
    expect(made.publicInputs).toEqual(publicInputOrder.map((name) => (name === 'recipient' ? recipient : inputs.public[name])))
    expect(await verifier.verify(made.proof, made.publicInputs)).toBe(true)
    expect(await verifier.gas(made.proof, made.publicInputs)).toBeLessThan(815_000n)
    expect(made.peakMemoryKb).toBeGreaterThan(10_000)
  })

  it('is refused with one byte changed, wherever it lies', async () => {
    const places = Array.from({ length: 24 }, (_, i) => Math.floor((i * (made.proof.length - 1)) / 23))
    for (const at of places) {
      const changed = made.proof.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      expect([at, await verifier.verify(changed, made.publicInputs)]).toEqual([at, false])
    }
  })

  it('is refused when it is cut or longer', async () => {
    expect(await verifier.verify(made.proof.slice(0, -32), made.publicInputs)).toBe(false)
    expect(await verifier.verify(new Uint8Array([...made.proof, 0]), made.publicInputs)).toBe(false)
  })

  it('is refused for any other public input, also for the same one plus p', async () => {
    for (const [i, name] of publicInputOrder.entries()) {
      for (const other of [(value: bigint) => value + 1n, (value: bigint) => value + P]) {
        const values = made.publicInputs.map((value, at) => (at === i ? other(value) : value))
        expect([name, await verifier.verify(made.proof, values)]).toEqual([name, false])
      }
    }
    expect(await verifier.verify(made.proof, made.publicInputs.slice(0, -1))).toBe(false)
  })
})

describe.each([
  ['large', devLargeVerifierBytecode, 830_000n],
  ['bulk', devBulkVerifierBytecode, 850_000n],
] as const)('a real proof of a %s batch with every section full', (circuit, bytecode, mostGas) => {
  it('is accepted by its verifier, and by no other', async () => {
    const proven = await prove(filled(circuit), { crs, threads: 2, keyFolder, recipient })
    const own = await deploy(31_338, bytecode)
    expect(await own.verify(proven.proof, proven.publicInputs)).toBe(true)
    expect(await own.gas(proven.proof, proven.publicInputs)).toBeLessThan(mostGas)
    expect(await verifier.verify(proven.proof, proven.publicInputs)).toBe(false)
    expect(await own.verify(proven.proof, proven.publicInputs.with(4, (proven.publicInputs[4] ?? 0n) + 1n))).toBe(false)
    expect(await own.verify(made.proof, made.publicInputs)).toBe(false)
  })
})

describe('the prover', () => {
  it('uses the key that the contract carries, committed or derived', async () => {
    const hash = verifierPins().DevSmallVerifier?.keyHash
    const folder = await mkdtemp(join(tmpdir(), 'cairn-keys-'))
    const artefact = readArtefact('small')
    try {
      const committed = await ensureVerificationKey(artefact, crs, { threads: 2, folder })
      // Without the file beside the circuit bb is asked.
      const copy = { ...artefact, path: join(folder, 'small.json') }
      await copyFile(artefact.path, copy.path)
      const derived = await ensureVerificationKey(copy, crs, { threads: 2, folder: join(folder, 'derived') })
      expect([committed.hash, derived.hash]).toEqual([hash, hash])
      expect(await readFile(derived.path)).toEqual(await readFile(committed.path))
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('leaves the event loop free while it solves the witness', async () => {
    let ticks = 0
    const watch = setInterval(() => ticks++, 10)
    await solveApart({ circuit: 'small', inputs })
    clearInterval(watch)
    expect(ticks).toBeGreaterThan(10)
  })

  it('refuses inputs that break a rule', async () => {
    const broken = { ...inputs, leaderBalance: inputs.leaderBalance + 1n }
    await expect(prove(broken, { crs, threads: 2, keyFolder })).rejects.toMatchObject({ code: 'rollup.refused' })
  })

  it('stops when it is told to, and leaves no file behind', async () => {
    const own = async () => (await readdir(tmpdir())).filter((name) => name.startsWith(`cairn-proof-${process.pid}-`))
    const reason = new Error('stop')
    await expect(prove(inputs, { crs, threads: 2, keyFolder, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    const controller = new AbortController()
    const proving = prove(inputs, { crs, threads: 2, keyFolder, signal: controller.signal })
    while ((await own()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    setTimeout(() => controller.abort(reason), 100)
    await expect(proving).rejects.toBe(reason)
    expect(await own()).toEqual([])
  })
})

describe('the development verifier', () => {
  it('cannot be deployed outside of local chains', async () => {
    await expect(deploy(10)).rejects.toThrow()
  })
})
