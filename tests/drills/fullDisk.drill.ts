import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { hasEnded } from '#server/cli/stack/service.ts'
import { systemClock } from '#server/shared/clock.ts'
import type { Drill } from './drill.ts'
import { duringLife } from './duringLife.ts'
import { need } from './machine.ts'
import { startPostgres } from './postgresServer.ts'
import type { DrillSlot } from './slot.ts'

/** The database's disk, a tmpfs, fills up to the last byte; the write-ahead log finds no room and Postgres goes down; then there is room again. */
export const fullDisk: Drill = {
  name: 'full-disk',
  about: 'the database’s disk (a small tmpfs) is full until Postgres gives up, then has room again',
  async run({ quick }) {
    const disk = mkdtempSync(join(tmpdir(), 'cairn-disk-'))
    need('mount', ['-t', 'tmpfs', '-o', 'size=320m,mode=755', 'tmpfs', disk])
    const remove = () => {
      need('umount', [disk])
      rmSync(disk, { recursive: true, force: true })
    }
    process.once('exit', remove)
    try {
      const options = { quick, postgresFolder: join(disk, 'postgres'), postgresSettings: ['min_wal_size=32MB', 'max_wal_size=64MB'] }
      return await duringLife('full-disk', options, async (slot, life) => {
        const broke: string[] = []
        const recoveries: number[] = []
        for (let time = 0; time < (quick ? 1 : 3); time++) {
          const busy = life.turn()
          const filler = join(disk, 'filler')
          fill(filler)
          const died = await needRoom(slot)
          rmSync(filler)
          broke.push(died ? 'the disk was full: Postgres gave up' : 'the disk was full: writes were refused')
          recoveries.push(await startPostgres(slot))
          await busy
        }
        return { broke, recoveries }
      })
    } finally {
      process.off('exit', remove)
      remove()
    }
  },
}

/** Writes until the disk takes no more. */
function fill(path: string) {
  const file = openSync(path, 'w')
  try {
    for (const size of [1 << 20, 4096]) {
      try {
        for (const block = Buffer.alloc(size, 1); ; ) writeSync(file, block)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
    }
  } finally {
    closeSync(file)
  }
}

/** Lets the engine run into the full disk, and has Postgres ask for room for its log until it goes down; false when it did not. */
async function needRoom({ postgres, db }: DrillSlot): Promise<boolean> {
  for (let asked = 0; asked < 40 && !hasEnded(postgres.running.process); asked++) {
    await systemClock.sleep(500)
    // Refused or cut off, which is what this is for.
    if (asked > 4) await db.execute(sql`select pg_switch_wal()`).catch(() => undefined)
  }
  return hasEnded(postgres.running.process)
}
