import { readFileSync } from 'node:fs'

/** Ticks of the clock a second, as Linux tells user space on every architecture that Node runs on. */
const TICKS = 100

/** CPU seconds of a process and of its children that ended, and the memory it holds now, in MiB. Linux only. */
export function processUse(pid: number): { cpuSeconds: number; memoryMb: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name before it is in brackets and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  const [, pages = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')
  return { cpuSeconds: ticks / TICKS, memoryMb: (Number(pages) * 4096) / 2 ** 20 }
}
