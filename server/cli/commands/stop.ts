import { systemClock } from '#server/shared/clock.ts'
import type { Command } from '../command.ts'
import { type Layout, stackLayout } from '../stack/layout.ts'
import { endTree, isAlive, readRunFile, removeRunFile } from '../stack/runFile.ts'

export const stop: Command = async ({ env }) => {
  console.log((await stopStack(stackLayout(env))) ? 'Cairn is stopped.' : 'Cairn was not running.')
  return 0
}

const PATIENCE_MS = 90_000

/** Stops the stack of that folder and returns when its last process is gone. False when nothing ran. */
export async function stopStack(layout: Layout): Promise<boolean> {
  const run = readRunFile(layout)
  if (!run) return false
  const alive = isAlive(run.supervisor)
  if (alive) {
    process.kill(run.supervisor.pid, 'SIGTERM')
    const deadline = systemClock.now() + PATIENCE_MS
    while (isAlive(run.supervisor) && systemClock.now() < deadline) await systemClock.sleep(50)
    await endTree(run.supervisor)
  }
  return (await sweep(layout)) || alive
}

/** Ends processes that a supervisor left behind (it was killed, say) and forgets the run. True when there were some. */
export async function sweep(layout: Layout): Promise<boolean> {
  const run = readRunFile(layout)
  if (!run || isAlive(run.supervisor)) return false
  const left = Object.values(run.processes).filter(isAlive)
  await Promise.all(left.map(endTree))
  removeRunFile(layout)
  return left.length > 0
}
