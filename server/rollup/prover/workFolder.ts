import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'cairn-proof-'

/** Runs `work` in a temporary folder that is gone afterwards. What processes that were killed left behind goes on the way. */
export async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  await removeAbandoned()
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function removeAbandoned() {
  for (const name of await readdir(tmpdir())) {
    const owner = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN
    if (owner > 0 && !isAlive(owner)) await removeIfOurs(join(tmpdir(), name))
  }
}

/** Ends a proof that goes on in this folder though nobody waits for it: a killed prover takes no child with it. Linux alone tells. */
async function endProofIn(folder: string) {
  for (const name of await readdir('/proc').catch(() => [])) {
    const pid = Number(name)
    if (!(pid > 0)) continue
    const [program = '', ...args] = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
    if (program.endsWith('/bb') && args.includes(folder)) process.kill(pid, 'SIGKILL')
  }
}

/** Folders of other users, or of a prover that cleans up as well, are theirs. */
async function removeIfOurs(path: string) {
  try {
    await endProofIn(path)
    await rm(path, { recursive: true, force: true })
  } catch (error) {
    if (!['EACCES', 'EPERM', 'ENOTEMPTY', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
