import { composeProver } from '#server/compose/engine.ts'
import { runWorker } from './runWorker.ts'

await runWorker('prover', 500, composeProver)
