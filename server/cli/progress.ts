import { systemClock } from '#server/shared/clock.ts'

/** Lines on stderr, so that stdout stays for answers. On a terminal the step under way is shown with its seconds. */
export type Progress = ReturnType<typeof createProgress>

export function createProgress(options: { quiet?: boolean } = {}) {
  const started = systemClock.now()
  const live = new Map<string, number>()
  const terminal = process.stderr.isTTY === true && !options.quiet
  const seconds = (since: number) => `${((systemClock.now() - since) / 1000).toFixed(1)} s`
  const print = (line: string) => {
    if (options.quiet) return
    process.stderr.write(`${terminal ? '\r\x1b[2K' : ''}${line}\n`)
  }
  const redraw = () => {
    const names = [...live].map(([name, since]) => `${name} ${Math.floor((systemClock.now() - since) / 1000)} s`)
    process.stderr.write(`\r\x1b[2K${names.length > 0 ? `  … ${names.join(', ')}` : ''}`.slice(0, (process.stderr.columns ?? 100) + 5))
  }
  const timer = terminal ? setInterval(redraw, 500).unref() : undefined

  /** Runs a step and prints how long it took; the note is what `work` answers when that is a text. */
  async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
    const since = systemClock.now()
    live.set(name, since)
    try {
      const value = await work()
      live.delete(name)
      print(`  ✓ ${name.padEnd(34)} ${seconds(since).padStart(8)}${typeof value === 'string' && value !== '' ? `  ${value}` : ''}`)
      return value
    } catch (error) {
      live.delete(name)
      // What was given up because another step failed is no news.
      if (!(error instanceof Error && error.name === 'AbortError')) print(`  ✗ ${name.padEnd(34)} ${seconds(since).padStart(8)}`)
      throw error
    }
  }

  return {
    step,
    say: (line: string) => print(line),
    elapsedMs: () => systemClock.now() - started,
    end: () => {
      clearInterval(timer)
      if (terminal) process.stderr.write('\r\x1b[2K')
    },
  }
}
