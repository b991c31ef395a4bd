import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '#server/shared/clock.ts'
import type { WorkerName } from '#tests/support/slotProcesses.ts'
import type { Drill } from './drill.ts'
import { duringLife } from './duringLife.ts'
import { needPackage } from './machine.ts'

const library = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/faketime/libfaketime.so.1`
const victims = ['sequencer', 'publisher', 'prover', 'watcher', 'rpc'] as const satisfies readonly WorkerName[]
const jumps = ['+3600', '-3600']

/** The wall clock of one process after the other jumps an hour ahead, back, an hour behind, and back; timers go on as a real clock's would. */
export const clockJump: Drill = {
  name: 'clock-jump',
  about: 'the clock of each process jumps an hour ahead and an hour behind, by libfaketime',
  async run({ quick }) {
    await needPackage('libfaketime', library)
    const folder = mkdtempSync(join(tmpdir(), 'cairn-clock-'))
    const file = (name: string) => join(folder, name)
    const set = (name: string, offset: string) => writeFileSync(file(name), offset)
    for (const name of victims) set(name, '+0')
    const env = (name: WorkerName) => ({
      ...{ LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: file(name) },
      ...{ FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1' },
    })
    try {
      const settings = Object.fromEntries(victims.map((name) => [name, env(name)]))
      return await duringLife('clock-jump', { quick, processes: (slot) => slot.addAll(settings) }, async (_slot, life) => {
        const broke: string[] = []
        for (const name of quick ? victims.slice(0, 1) : victims) {
          const busy = life.turn()
          for (const offset of jumps) {
            set(name, offset)
            await systemClock.sleep(quick ? 3000 : 10_000)
            set(name, '+0')
            await systemClock.sleep(2000)
          }
          await busy
          broke.push(`the clock of ${name} jumped by ${jumps.join(' and ')} s`)
        }
        return { broke }
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
