import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { findBbBinary } from '@aztec/bb.js/platform'
import { CairnError } from '#server/shared/errors.ts'

export type BarretenbergRun = {
  /** Folder with the reference string. */
  crsPath: string
  threads: number
  /** Aborting kills the process. */
  signal?: AbortSignal | undefined
  /** At the lowest priority: beside a proof that is not, it gets about one part in seventy of the processor. (Stopping it would leave it behind when this process is killed.) */
  background?: boolean | undefined
}

/** Proof system of every call: keccak transcript, no zero knowledge (batches are public data), 137k gas cheaper than with it. */
export const verifierTarget = ['-t', 'evm-no-zk'] as const

/** bb says where it is on stderr; only the end of it can tell why it failed. */
const KEPT_TEXT = 4000
const MEMORY_POLL_MS = 50

/** The native `bb` that the npm package carries. Throws `config.invalid` on a platform without one. */
function binaryPath(): string {
  const path = findBbBinary()
  if (path === null) {
    const meta = { field: 'platform', found: `${process.arch}-${process.platform}`, expected: 'x64 or arm64, Linux or macOS' }
    throw new CairnError('config.invalid', 'No prover binary for this platform.', { meta })
  }
  return path
}

/**
 * Runs one bb command in a process of its own: 90 MB come and go with it, and a kill leaves nothing behind.
 * (A warm bb over its socket was measured no faster: it derives the verification key anew for every proof.)
 * Gives what it printed and its peak resident memory in KiB (0 where /proc does not tell). Throws `internal` with bb's last words when it fails.
 */
export async function runBarretenberg(args: readonly string[], run: BarretenbergRun): Promise<{ output: string; peakMemoryKb: number }> {
  run.signal?.throwIfAborted()
  const threads = String(run.threads)
  const env = { NODE_ENV: 'production' as const, CRS_PATH: run.crsPath, HARDWARE_CONCURRENCY: threads, OMP_NUM_THREADS: threads }
  const child = spawn(binaryPath(), args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    output += part
  })
  let text = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    text = (text + part).slice(-KEPT_TEXT)
  })
  let peakMemoryKb = 0
  const poll = setInterval(() => {
    peakMemoryKb = Math.max(peakMemoryKb, residentPeak(child.pid))
  }, MEMORY_POLL_MS)
  const kill = () => child.kill('SIGKILL')
  if (run.background && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
  run.signal?.addEventListener('abort', kill, { once: true })
  try {
    const ended = await new Promise<number | string | null>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code, signal) => resolve(code ?? signal))
    })
    run.signal?.throwIfAborted()
    if (ended !== 0) throw new CairnError('internal', `bb ${args[0]} failed (${ended}).`, { meta: { field: 'bb', found: text.trim() } })
    return { output, peakMemoryKb }
  } finally {
    clearInterval(poll)
    run.signal?.removeEventListener('abort', kill)
  }
}

/** High-water mark of a process's resident memory in KiB; 0 when it is gone or the platform has no /proc. */
function residentPeak(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
