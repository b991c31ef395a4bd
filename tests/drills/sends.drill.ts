import type { Drill } from './drill.ts'
import { killEverywhere } from './killing.ts'

export const sends: Drill = {
  name: 'sends',
  about: 'every engine process is killed before and after each of its L2 sends, by a proxy in front of L2',
  run: (options) => killEverywhere('sends', 'send', options),
}
