import { clockJump } from './clockJump.drill.ts'
import { commits } from './commits.drill.ts'
import { databaseRestart } from './databaseRestart.drill.ts'
import type { Drill } from './drill.ts'
import { feeSpike } from './feeSpike.drill.ts'
import { fsync } from './fsync.drill.ts'
import { fullDisk } from './fullDisk.drill.ts'
import { l2Away } from './l2Away.drill.ts'
import { proverKilled } from './proverKilled.drill.ts'
import { reorg } from './reorg.drill.ts'
import { sends } from './sends.drill.ts'
import { standby } from './standby.drill.ts'
import { stuck } from './stuck.drill.ts'

/** Every drill, in the order in which `run all` runs them. */
export const drills: readonly Drill[] = [
  commits,
  sends,
  fsync,
  databaseRestart,
  fullDisk,
  clockJump,
  l2Away,
  reorg,
  proverKilled,
  feeSpike,
  stuck,
  standby,
]
