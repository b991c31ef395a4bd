import { composePublisher } from '#server/compose/publisher.ts'
import { runWorker } from './runWorker.ts'

await runWorker('publisher', 500, composePublisher)
