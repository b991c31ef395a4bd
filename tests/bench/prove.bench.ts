/**
 * Proofs of full batches: gates, witness, proof, memory, for every circuit. `--json` prints one object; `--runs N` (default 8 small, 3 large,
 * 2 bulk); `--circuits small,large` takes some. The bars are for two idle cores.
 */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type CircuitName, circuits } from '#server/rollup/protocol/constants.gen.ts'
import { readArtefact } from '#server/rollup/prover/circuitArtefact.ts'
import { ensureCrs } from '#server/rollup/prover/crs.ts'
import { type BatchProof, prove } from '#server/rollup/prover/prove.ts'
import { readEnv } from '#server/shared/env.ts'
import { filled } from '../contracts/circuits/fixture.ts'
import { type BenchBar, type BenchResult, bar, printReport, summarise } from './report.ts'

const bars: Record<CircuitName, { gates: number; ms: number; runs: number }> = {
  small: { gates: 2 ** 17, ms: 4000, runs: 8 },
  large: { gates: 2 ** 18, ms: 15_000, runs: 3 },
  bulk: { gates: 2 ** 20, ms: 40_000, runs: 2 },
}
const option = (name: string) => {
  const at = process.argv.indexOf(name)
  return at === -1 ? undefined : process.argv[at + 1]
}

const env = readEnv()
const threads = availableParallelism()
const options = { crs: await ensureCrs(env), threads, keyFolder: join(env.CAIRN_HOME, 'cache', 'keys') }
const asked = option('--circuits')?.split(',') ?? Object.keys(circuits)
const names = (Object.keys(circuits) as CircuitName[]).filter((name) => asked.includes(name))

async function measure(name: CircuitName): Promise<{ results: BenchResult[]; kept: BenchBar[] }> {
  const runs = Number(option('--runs')) || bars[name].runs
  const inputs = filled(name)
  // One to warm up: the witness thread starts on first use, and points or the key may have to be made.
  if (name !== 'bulk') await prove(inputs, options)
  const proofs: BatchProof[] = []
  for (let run = 0; run < runs; run++) proofs.push(await prove(inputs, options))
  const column = (what: string, unit: string, value: (proof: BatchProof) => number) =>
    summarise(`${name}: ${what}`, unit, proofs.map(value))
  const total = column('witness and proof', 'ms', ({ witnessMs, proofMs }) => witnessMs + proofMs)
  const { gates } = readArtefact(name)
  const results = [
    summarise(`${name}: gates`, 'gates', [gates]),
    column('witness', 'ms', ({ witnessMs }) => witnessMs),
    column(`proof on ${threads} threads`, 'ms', ({ proofMs }) => proofMs),
    total,
    column('peak memory of bb', 'MiB', ({ peakMemoryKb }) => peakMemoryKb / 1024),
    column('proof size', 'bytes', ({ proof }) => proof.length),
  ]
  return {
    results,
    kept: [
      bar(`gates of the ${name} circuit`, bars[name].gates, gates),
      bar(`${name}: witness and proof, ms (median)`, bars[name].ms, total.median),
    ],
  }
}

const measured: Awaited<ReturnType<typeof measure>>[] = []
for (const name of names) measured.push(await measure(name))
const own = summarise('peak memory of the prover process', 'MiB', [process.resourceUsage().maxRSS / 1024])
printReport(
  'prove',
  [...measured.flatMap(({ results }) => results), own],
  measured.flatMap(({ kept }) => kept),
)
