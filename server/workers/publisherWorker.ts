import { composePublisher } from '#server/compose/engine.ts'
import { runWorker } from './runWorker.ts'

await runWorker('publisher', 500, composePublisher)
