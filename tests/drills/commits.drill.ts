import type { Drill } from './drill.ts'
import { killEverywhere } from './killing.ts'

export const commits: Drill = {
  name: 'commits',
  about: 'every engine process is killed before and after each of its COMMITs, by a proxy in front of Postgres',
  run: (options) => killEverywhere('commits', 'COMMIT', options),
}
