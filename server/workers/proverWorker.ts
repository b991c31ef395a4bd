import { composeProver } from '#server/compose/prover.ts'
import { runWorker } from './runWorker.ts'

await runWorker('prover', 500, composeProver)
