/**
 * Circuit → `contracts/src/generated/<Name>.sol`: the optimised UltraHonk verifier of bb, with the G2 point of the reference string in use.
 * Without CAIRN_CRS_PATH that is the DEVELOPMENT string and the contract is called Dev…: anyone can forge proofs for it, so it refuses to be
 * deployed outside of local chains. With CAIRN_CRS_PATH (the Ignition files) the same command writes `SmallVerifier.sol`, G2 unchanged.
 * `verifiers.gen.json` pins what was written; `--check` exits 1 when it does not belong to the committed circuit (no bb needed).
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { circuitNames } from '#contracts/scripts/circuits.ts'
import type { CircuitName } from '#server/rollup/protocol/constants.gen.ts'
import { runBarretenberg, verifierTarget } from '#server/rollup/prover/barretenberg.ts'
import { publicInputOrder } from '#server/rollup/prover/circuitAbi.ts'
import { type CircuitArtefact, pointsFor, readArtefact } from '#server/rollup/prover/circuitArtefact.ts'
import { type Crs, ensureCrs } from '#server/rollup/prover/crs.ts'
import { developmentG2 } from '#server/rollup/prover/crsDevelopment.ts'
import { committedKeyPath, ensureVerificationKey, keyContent, type VerificationKey } from '#server/rollup/prover/verificationKey.ts'
import { toHex } from '#server/shared/bytes.ts'
import { readEnv } from '#server/shared/env.ts'
import { assertVerifierKey, setG2 } from './verifierKey.ts'

const generated = fileURLToPath(new URL('../src/generated', import.meta.url))
const pinsPath = join(generated, 'verifiers.gen.json')

/** What belongs together: a circuit's sources, the reference string, the key that bb derived of both, and the Solidity text. */
export type VerifierPin = { circuit: string; sourceHash: string; g2: readonly string[]; keyHash: string; solidityHash: string }

const contractName = (circuit: string, development: boolean) =>
  `${development ? 'Dev' : ''}${circuit[0]?.toUpperCase()}${circuit.slice(1)}Verifier`
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export function verifierPins(): Record<string, VerifierPin> {
  return existsSync(pinsPath) ? (JSON.parse(readFileSync(pinsPath, 'utf8')) as Record<string, VerifierPin>) : {}
}

/** Contracts that do not belong to the committed circuits or were edited. Without a string: the development ones. */
export function staleVerifiers(crs: Pick<Crs, 'g2' | 'development'> = { g2: developmentG2(), development: true }): string[] {
  const pins = verifierPins()
  return circuitNames.flatMap((circuit) => {
    const name = contractName(circuit, crs.development)
    const [pin, path] = [pins[name], join(generated, `${name}.sol`)]
    const fresh =
      pin?.sourceHash === readArtefact(circuit as CircuitName).sourceHash &&
      pin.g2.join() === crs.g2.join() &&
      existsSync(path) &&
      sha256(readFileSync(path, 'utf8')) === pin.solidityHash
    return fresh ? [] : [name]
  })
}

async function writeVerifier(circuit: CircuitName, crs: Crs): Promise<void> {
  const artefact = readArtefact(circuit)
  const threads = availableParallelism()
  const folder = mkdtempSync(join(tmpdir(), 'cairn-verifier-'))
  try {
    const key = await ensureVerificationKey(artefact, crs, { threads, folder })
    const path = join(folder, 'verifier.sol')
    const args = ['write_solidity_verifier', '-k', key.path, '-o', path, ...verifierTarget, '--optimized']
    await runBarretenberg(args, { crsPath: crs.path, threads })
    const name = contractName(circuit, crs.development)
    const text = adapt(readFileSync(path, 'utf8'), name, crs)
    assertVerifierKey(text, { publicInputs: publicInputOrder.length, keyHash: key.hash, circuitSize: pointsFor(artefact) - 1 })
    if (crs.development) await writeCommittedKey(artefact, crs, key)
    const pin = { circuit, sourceHash: artefact.sourceHash, g2: crs.g2, keyHash: key.hash, solidityHash: sha256(text) }
    mkdirSync(generated, { recursive: true })
    writeFileSync(join(generated, `${name}.sol`), text)
    writeFileSync(pinsPath, `${JSON.stringify({ ...verifierPins(), [name]: pin }, null, 2)}\n`)
    console.log(`wrote contracts/src/generated/${name}.sol`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The key beside the circuit: with it nobody has to derive it, which for the bulk circuit would need half a million points. */
async function writeCommittedKey(artefact: CircuitArtefact, crs: Crs, key: VerificationKey): Promise<void> {
  const committed = { content: keyContent(artefact, crs), hash: key.hash, key: toHex(readFileSync(key.path)) }
  writeFileSync(committedKeyPath(artefact), `${JSON.stringify(committed)}\n`)
}

/** bb's text under our name, with our interface and the string's G2 point. */
function adapt(text: string, name: string, crs: Crs): string {
  const notice = crs.development ? `/// @notice ${developmentNotice}\n` : ''
  const imports = [
    ...(crs.development ? ['Constants} from "../libraries/Constants.sol"'] : []),
    'IVerifier} from "../interfaces/IVerifier.sol"',
  ]
  const edits: [RegExp, string][] = [
    [/interface IVerifier \{[^}]*\}\n/g, imports.map((line) => `import {${line};\n`).join('')],
    [/contract HonkVerifier is IVerifier \{/g, `${notice}contract ${name} is IVerifier {`],
    [/\n\/\/ Copyright/g, '\n// Generated by bb and contracts/scripts/verifier.ts. Do not edit.\n// Copyright'],
    [/ {4}constructor\(\) \{\}/g, crs.development ? developmentConstructor : '    constructor() {}'],
  ]
  return edits.reduce(
    (edited, [found, put]) => {
      if (edited.match(found)?.length !== 1) throw new Error(`bb's verifier has changed: ${found} is not there once`)
      return edited.replace(found, put)
    },
    setG2(text.trimStart(), crs.g2),
  )
}

const developmentNotice = 'DEVELOPMENT ONLY: the secret of its reference string is public, so its proofs prove nothing.'
const developmentConstructor = `    error DevelopmentOnly(uint256 chainId);

    constructor() {
        if (!Constants.isLocal(block.chainid)) revert DevelopmentOnly(block.chainid);
    }`

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    const stale = staleVerifiers()
    if (stale.length > 0) console.error(`stale: ${stale.join(', ')}; run node contracts/scripts/verifier.ts`)
    process.exitCode = stale.length > 0 ? 1 : 0
  } else {
    const crs = await ensureCrs(readEnv())
    const stale = staleVerifiers(crs)
    for (const circuit of circuitNames)
      if (stale.includes(contractName(circuit, crs.development))) await writeVerifier(circuit as CircuitName, crs)
  }
}
