import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { devSmallVerifierBytecode } from '#contracts/abi/devSmallVerifier.gen.ts'
import { compile } from '#contracts/scripts/solc.ts'
import type { Crs } from '#server/rollup/prover/crs.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { ambientEnv } from '#server/shared/env.ts'
import { CairnError } from '#server/shared/errors.ts'
import { projectRoot } from './layout.ts'

/** Creation code of the small circuit's verifier under this string: the committed one for development, else written and compiled now. */
export async function smallVerifierBytecode(crs: Crs): Promise<Hex> {
  if (crs.development) return devSmallVerifierBytecode
  const script = join(projectRoot, 'contracts/scripts/verifier.ts')
  const written = spawnSync(process.execPath, [script], {
    cwd: projectRoot,
    env: { ...ambientEnv(), CAIRN_CRS_PATH: crs.path },
    encoding: 'utf8',
  })
  if (written.status !== 0) {
    throw new CairnError('config.invalid', 'The verifier for this reference string could not be written.', {
      cause: new Error(written.stderr),
    })
  }
  const source = { path: 'contracts/src/generated/SmallVerifier.sol', contract: 'SmallVerifier', settings: { runs: 200, viaIR: false } }
  return compile(source).bytecode
}
