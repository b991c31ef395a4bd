import type { EvmReader, Head } from '#chains/reader.ts'
import type { BlockTimes } from './evidence/blockTimeClient.ts'
import type { CubeFileQuery, CubeFileRecord } from './query.ts'

/** What one endpoint of L2 says of exported CUBEs, at a head that others agree on. Implemented by the room that knows the files, put together in `compose`. */
export type CubeFiles = {
  /** Throws chain errors, `credential.invalid` for a text that is no such file, and `CubeFileTooOld`. */
  read(query: CubeFileQuery, head: Head): Promise<CubeFileRecord>
  /** Forgets the chain: it was replaced below what was final. */
  clear(): void
}

export type OpenCubeFiles = (reader: EvmReader, times: BlockTimes) => CubeFiles

/** The slot has sealed so much since the file was saved that an endpoint cannot be asked to look through it. A file that is saved anew can be read. */
export class CubeFileTooOld extends Error {}
