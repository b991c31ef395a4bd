/** What a piece of work returns, and the milliseconds of processor time it took: the machine's other work does not count. */
export function cpuTime<T>(work: () => T): { result: T; ms: number } {
  const before = process.threadCpuUsage()
  const result = work()
  const { user, system } = process.threadCpuUsage(before)
  return { result, ms: (user + system) / 1000 }
}
