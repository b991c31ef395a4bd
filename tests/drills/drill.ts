import type { Checked } from './checks.ts'

/** What a drill answers. */
export type DrillReport = Checked & {
  /** What was done to the slot. */
  broke: string[]
  /** Places at which a process was killed. */
  killPoints?: string[]
  /** Places that were known and did not come by again. */
  notMet?: string[]
  /** Seconds from the restart of what was killed to the next thing it got done. */
  recoveries?: number[]
  /** More that was measured, for people. */
  figures?: Record<string, number>
  /** Why the drill cannot run on this machine; nothing else counts then. */
  notRun?: string
}

export type Drill = {
  name: string
  /** What it breaks, in a line. */
  about: string
  /** `quick`: a few faults instead of all. */
  run(options: { quick: boolean }): Promise<DrillReport>
}

/** What was killed is back within this many seconds. */
export const mostRecoverySeconds = 10
/** Kill points that a full run has to hit. */
export const leastKillPoints = 50
