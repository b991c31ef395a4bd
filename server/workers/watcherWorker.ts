import { Gauge } from 'prom-client'
import { composeDeriver } from '#server/compose/deriver.ts'
import { workerDatabase } from '#server/compose/worker.ts'
import { watch } from '#server/rollup/watcher/watch.ts'
import { runWorker } from './runWorker.ts'

await runWorker('watcher', 1000, async ({ env, log, metrics }) => {
  const { db, close } = workerDatabase(env, log)
  // First what may fail: the loop then builds again, and a metric can be registered once only.
  const deriver = await composeDeriver(env, db)
  const alarm = new Gauge({
    name: 'cairn_root_mismatch',
    help: 'Number of a batch that L2 data does not confirm; 0 = none',
    registers: [metrics],
  })
  return { tick: () => watch({ db, log, deriver, onDisagreement: (number) => alarm.set(number) }), stop: close }
})
