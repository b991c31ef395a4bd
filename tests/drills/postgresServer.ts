import { hasEnded, runService, stopProcess } from '#server/cli/stack/service.ts'
import { systemClock } from '#server/shared/clock.ts'
import { patiently } from './life.ts'
import type { DrillSlot } from './slot.ts'

/** Shuts the database down properly (sessions are cut), or kills it as a power cut does. Returns when it is gone. */
export async function endPostgres({ postgres }: DrillSlot, how: 'shutdown' | 'kill') {
  const { process: child } = postgres.running
  if (how === 'shutdown') return postgres.running.stop()
  await stopProcess({ stopSignal: 'SIGKILL' as 'SIGINT', stopWithinMs: 5000 }, child)
}

/** Starts it again unless it runs, when its last processes are gone, and answers after how many seconds the engine committed something. */
export async function startPostgres(slot: DrillSlot): Promise<number> {
  const [begun, before] = [systemClock.now(), slot.counts.commits]
  if (hasEnded(slot.postgres.running.process))
    slot.postgres.running = await patiently('Postgres starts', () => runService(slot.postgres.spec), { withinMs: 60_000 })
  await patiently('the engine commits again', async () => slot.counts.commits > before, { withinMs: 120_000, everyMs: 20 })
  return (systemClock.now() - begun) / 1000
}
