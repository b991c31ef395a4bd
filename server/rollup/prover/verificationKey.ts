import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CairnError } from '#server/shared/errors.ts'
import { type BarretenbergRun, runBarretenberg, verifierTarget } from './barretenberg.ts'
import type { CircuitArtefact } from './circuitArtefact.ts'
import type { Crs } from './crs.ts'
import { inWorkFolder } from './workFolder.ts'

/** `path`: the key as bb wrote it. `hash`: bb's own hash of it, 32 bytes hex; the generated Solidity verifier carries the same. */
export type VerificationKey = { path: string; hash: string }

/**
 * Verification key of a circuit under a reference string, derived once (under a second) and kept in `folder`, named by the content of both.
 * It belongs to the string because it commits to the circuit's selectors under it.
 */
export async function ensureVerificationKey(
  artefact: CircuitArtefact,
  crs: Pick<Crs, 'path' | 'g2'>,
  run: Omit<BarretenbergRun, 'crsPath'> & { folder: string },
): Promise<VerificationKey> {
  const content = createHash('sha256').update(artefact.bytecode).update(crs.g2.join('')).digest('hex')
  const path = join(resolve(run.folder), `${artefact.name}-${content.slice(0, 16)}`)
  const known = await readKey(path)
  if (known) return known
  await mkdir(resolve(run.folder), { recursive: true })
  await inWorkFolder(async (folder) => {
    await runBarretenberg(['write_vk', '-b', artefact.path, '-o', folder, ...verifierTarget], { ...run, crsPath: crs.path })
    // Copied beside its place and renamed: who finds a file finds it whole.
    for (const file of ['vk_hash', 'vk']) {
      const draft = `${path}.${file}.${process.pid}`
      await copyFile(join(folder, file), draft)
      await rename(draft, `${path}.${file}`)
    }
  })
  const written = await readKey(path)
  if (!written) throw new CairnError('internal', 'bb wrote no verification key.')
  return written
}

async function readKey(path: string): Promise<VerificationKey | null> {
  try {
    const [hash] = await Promise.all([readFile(`${path}.vk_hash`), readFile(`${path}.vk`)])
    return { path: `${path}.vk`, hash: `0x${hash.toString('hex')}` }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
