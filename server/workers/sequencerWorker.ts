import { composeSequencer } from '#server/compose/sequencer.ts'
import { runWorker } from './runWorker.ts'

await runWorker('sequencer', 300, composeSequencer)
