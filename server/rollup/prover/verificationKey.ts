import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fromHex, type Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { type BarretenbergRun, runBarretenberg, verifierTarget } from './barretenberg.ts'
import { type CircuitArtefact, pointsFor } from './circuitArtefact.ts'
import { type Crs, ensurePoints } from './crs.ts'
import { inWorkFolder } from './workFolder.ts'

/** `path`: the key as bb wrote it. `hash`: bb's own hash of it, 32 bytes hex; the generated Solidity verifier carries the same. */
export type VerificationKey = { path: string; hash: string }

/** A key as `contracts/scripts/verifier.ts` committed it beside the circuit: that of the DEVELOPMENT string. `content`: what it was derived from. */
type CommittedKey = { content: string; hash: Hex; key: Hex }

export const committedKeyPath = (artefact: Pick<CircuitArtefact, 'path'>): string => artefact.path.replace(/\.json$/, '.key.json')

/** What a key depends on: the circuit and the reference string, whose powers it commits to the circuit's selectors with. */
export const keyContent = (artefact: Pick<CircuitArtefact, 'bytecode'>, { g2 }: Pick<Crs, 'g2'>): string =>
  createHash('sha256').update(artefact.bytecode).update(g2.join('')).digest('hex')

/**
 * Verification key of a circuit under a reference string, kept in `folder`, named by the content of both: the committed one when it belongs to
 * them, else derived by bb (about a second for small, ten for bulk).
 */
export async function ensureVerificationKey(
  artefact: CircuitArtefact,
  crs: Crs,
  run: Omit<BarretenbergRun, 'crsPath'> & { folder: string },
): Promise<VerificationKey> {
  const content = keyContent(artefact, crs)
  const path = join(resolve(run.folder), `${artefact.name}-${content.slice(0, 16)}`)
  const known = await readKey(path)
  if (known) return known
  await mkdir(resolve(run.folder), { recursive: true })
  const committed = await readCommitted(artefact, content)
  if (committed) await writeKey(path, committed)
  else await deriveKey(path, artefact, { ...run, crs })
  const written = await readKey(path)
  if (!written) throw new CairnError('internal', 'bb wrote no verification key.')
  return written
}

type Derivation = Omit<BarretenbergRun, 'crsPath'> & { crs: Crs }

async function deriveKey(path: string, artefact: CircuitArtefact, { crs, ...run }: Derivation): Promise<void> {
  await ensurePoints(crs, pointsFor(artefact))
  await inWorkFolder(async (folder) => {
    await runBarretenberg(['write_vk', '-b', artefact.path, '-o', folder, ...verifierTarget], { ...run, crsPath: crs.path })
    const [vk, hash] = await Promise.all([readFile(join(folder, 'vk')), readFile(join(folder, 'vk_hash'))])
    await writeKey(path, { vk, hash })
  })
}

/** Written beside its place and renamed: who finds a file finds it whole. The key itself comes last. */
async function writeKey(path: string, key: { vk: Uint8Array; hash: Uint8Array }): Promise<void> {
  for (const [file, bytes] of [['vk_hash', key.hash] as const, ['vk', key.vk] as const]) {
    const draft = `${path}.${file}.${process.pid}`
    await writeFile(draft, bytes)
    await rename(draft, `${path}.${file}`)
  }
}

async function readCommitted(artefact: CircuitArtefact, content: string): Promise<{ vk: Uint8Array; hash: Uint8Array } | null> {
  const text = await readFile(committedKeyPath(artefact), 'utf8').catch(() => null)
  const committed = text === null ? null : (JSON.parse(text) as CommittedKey)
  if (committed?.content !== content) return null
  const [vk, hash] = [fromHex(committed.key), fromHex(committed.hash)]
  return vk && hash && { vk, hash }
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
