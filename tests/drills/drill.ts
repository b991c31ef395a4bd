import type { Checked } from './checks.ts'

/** What a drill answers. `broke`: what was done to the slot. `killPoints`: places at which a process was killed. */
export type DrillReport = Checked & {
  broke: string[]
  killPoints?: string[]
  /** Seconds from the restart of a killed process to the next thing it got done. */
  recoveries?: number[]
  /** More that was measured, for people. */
  figures?: Record<string, number>
}

export type Drill = {
  name: string
  /** What it breaks and what it checks, in a line. */
  about: string
  run(options: { quick: boolean }): Promise<DrillReport>
}

/** A slot of ours is back within this many seconds. */
export const mostRecoverySeconds = 10
/** Kill points that a full run has to hit. */
export const leastKillPoints = 50
