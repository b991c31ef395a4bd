/** Proof of a full small batch: gates, witness, proof, memory. `--json` prints one object; `--runs N` (default 8). */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { runBarretenberg, verifierTarget } from '#server/rollup/prover/barretenberg.ts'
import { readArtefact } from '#server/rollup/prover/circuitArtefact.ts'
import { ensureCrs } from '#server/rollup/prover/crs.ts'
import { type BatchProof, prove } from '#server/rollup/prover/prove.ts'
import { readEnv } from '#server/shared/env.ts'
import { baseSlot, domain, fullBatch } from '../contracts/circuits/fixture.ts'
import { runBatch } from '../contracts/circuits/slotModel.ts'
import { bar, printReport, summarise } from './report.ts'

const env = readEnv()
const crs = await ensureCrs(env)
const threads = availableParallelism()
const options = { crs, threads, keyFolder: join(env.CAIRN_HOME, 'cache', 'keys') }
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1] || 8) || 8

const { output } = await runBarretenberg(['gates', '-b', readArtefact('small').path, ...verifierTarget], { crsPath: crs.path, threads })
const gates = Number(/"circuit_size": (\d+)/.exec(output)?.[1])

const inputs = runBatch(baseSlot(), domain, fullBatch())
// One to warm up: the witness solver compiles its WASM on first use, and the key may have to be derived.
await prove(inputs, options)
const proofs: BatchProof[] = []
for (let run = 0; run < runs; run++) proofs.push(await prove(inputs, options))

const total = summarise(
  'witness and proof',
  'ms',
  proofs.map(({ witnessMs, proofMs }) => witnessMs + proofMs),
)
const results = [
  summarise('gates', 'gates', [gates]),
  summarise(
    'witness',
    'ms',
    proofs.map(({ witnessMs }) => witnessMs),
  ),
  summarise(
    `proof on ${threads} threads`,
    'ms',
    proofs.map(({ proofMs }) => proofMs),
  ),
  total,
  summarise(
    'peak memory of bb',
    'MiB',
    proofs.map(({ peakMemoryKb }) => peakMemoryKb / 1024),
  ),
  summarise(
    'proof size',
    'bytes',
    proofs.map(({ proof }) => proof.length),
  ),
]
printReport('prove', results, [bar('gates of the small circuit', 80_000, gates), bar('witness and proof, ms (median)', 4000, total.median)])
