import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { hasEnded } from '#server/cli/stack/service.ts'
import { systemClock } from '#server/shared/clock.ts'
import type { Drill } from './drill.ts'
import { duringLife } from './duringLife.ts'
import { need, needPackage } from './machine.ts'
import { startPostgres } from './postgresServer.ts'
import type { DrillSlot } from './slot.ts'

const strace = '/usr/bin/strace'
/** What the slot lives undisturbed between two deaths: if no commit ever passed, nothing could go on. */
const breathMs = 1500
const most = 60

/**
 * Whichever process of Postgres is about to wait for the disk is killed instead, and the rest goes down with it (`restart_after_crash` is
 * off); it is started again and, a moment later, dies at the next fsync, and so on through a whole life of the slot: commits, checkpoints, all of it.
 */
export const fsync: Drill = {
  name: 'fsync',
  about: 'Postgres is killed at one fsync after the other, by strace, through a whole life of the slot',
  async run({ quick }) {
    await needPackage('strace', strace)
    need(strace, ['-f', '-e', 'trace=none', 'true'])
    return duringLife('fsync', { quick, postgresSettings: ['restart_after_crash=off'] }, async (slot, life) => {
      const recoveries: number[] = []
      let living = true
      const stop = () => {
        living = false
      }
      const busy = life.turn(900_000)
      busy.then(stop, stop)
      while (living && recoveries.length < (quick ? 4 : most)) {
        if (!(await dieAtNextFsync(slot, { checkpoint: recoveries.length % 8 === 7 }))) continue
        recoveries.push(await startPostgres(slot))
        await systemClock.sleep(breathMs)
      }
      await busy
      const killPoints = recoveries.map((_, i) => `Postgres at fsync ${i + 1}`)
      return {
        broke: [`Postgres was killed at ${recoveries.length} fsyncs, every eighth of them with a checkpoint asked for`],
        recoveries,
        killPoints,
      }
    })
  },
}

/** Every process of the server is watched from now on: the first that syncs is killed before it does. False when none did for a while. */
async function dieAtNextFsync({ postgres, db }: DrillSlot, { checkpoint = false }): Promise<boolean> {
  const { pid, process: server } = postgres.running
  const calls = 'fsync,fdatasync'
  const targets = [pid, ...childrenOf(pid)].flatMap((target) => ['-p', String(target)])
  const args = ['-f', '-qq', '-e', `trace=${calls}`, '-e', `inject=${calls}:signal=KILL:when=1`, ...targets]
  const tracer = spawn(strace, args, { stdio: 'ignore' })
  // The session that asks is cut with the others.
  if (checkpoint) db.execute(sql`checkpoint`).catch(() => undefined)
  for (let waited = 0; waited < 400 && !hasEnded(server); waited++) await systemClock.sleep(25)
  const dead = hasEnded(server)
  if (!hasEnded(tracer)) tracer.kill('SIGKILL')
  return dead
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
