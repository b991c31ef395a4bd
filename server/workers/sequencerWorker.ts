import { composeSequencer, sealedPort } from '#server/compose/engine.ts'
import { goLive } from '#server/compose/goLive.ts'
import { runWorker } from './runWorker.ts'

await runWorker('sequencer', 300, (context) => composeSequencer(context, sealedPort(goLive)))
