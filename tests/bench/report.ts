import { arch, cpus, platform, totalmem } from 'node:os'

/** One measured thing. `p95`: 19 of 20 samples were at least as good. `ratio`: how many times better than `peer`, measured in the same minute. */
export type BenchResult = { what: string; n: number; median: number; p95: number; unit: string; peer?: string; ratio?: number }
/** A promise about a value: `bar` is the least (or, for times and sizes, the most) that is accepted. */
export type BenchBar = { what: string; bar: number; value: number; holds: boolean }
export type Better = 'more' | 'less'

/** Median and p95 of samples, where `better` says which end is the good one. */
export function summarise(what: string, unit: string, samples: readonly number[], better: Better = 'less'): BenchResult {
  const sorted = [...samples].sort((a, b) => (better === 'less' ? a - b : b - a))
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return { what, n: sorted.length, median: round(at(0.5)), p95: round(at(0.95)), unit }
}

/** The same with a peer to compare the medians with. */
export function against(result: BenchResult, peer: BenchResult, better: Better = 'less'): BenchResult {
  const ratio = better === 'less' ? peer.median / result.median : result.median / peer.median
  return { ...result, peer: peer.what, ratio: round(ratio) }
}

export function bar(what: string, limit: number, value: number, better: Better = 'less'): BenchBar {
  return { what, bar: limit, value, holds: better === 'less' ? value <= limit : value >= limit }
}

/** Operations a second of `work`, which does `operations` of them: one sample a run, after one run to warm up. */
export function rates(operations: number, runs: number, work: () => void): number[] {
  work()
  return Array.from({ length: runs }, () => {
    const started = performance.now()
    work()
    return (operations * 1000) / (performance.now() - started)
  })
}

/** Prints for people, or with `--json` one object as the last line. A bar that does not hold sets the exit code. */
export function printReport(name: string, results: readonly BenchResult[], bars: readonly BenchBar[]): void {
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryMb: Math.round(totalmem() / 2 ** 20),
    os: `${platform()} ${arch()}`,
    node: process.version,
  }
  if (bars.some(({ holds }) => !holds)) process.exitCode = 1
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ name, machine, results, bars }))
    return
  }
  console.log(`${name} on ${machine.cpu}, ${machine.cores} cores`)
  for (const { what, median, p95, unit, peer, ratio } of results) {
    console.log(`  ${what}: ${median} ${unit} (p95 ${p95})${peer ? `, ${ratio} times ${peer}` : ''}`)
  }
  for (const { what, bar, value, holds } of bars) console.log(`  ${holds ? 'holds' : 'FAILS'}: ${what} ${value}, bar ${bar}`)
}

const round = (value: number): number => Number(value.toPrecision(5))
