import type { EvmReader } from '#chains/reader.ts'
import { isCairnError } from '#server/shared/errors.ts'
import { type CubeFiles, CubeFileTooOld } from '../cubeFiles.ts'
import { cubeFileRefusals } from '../kinds/slotCubes.ts'
import type { EvidenceItem, ReadProblem } from '../query.ts'
import { type Answered, itemOf, type Part, problemItem, problemOf } from './items.ts'

/** What L2 says of exported CUBEs, file by file: one that cannot be read leaves the others as they are. */
export function createCubeFilesPart(reader: EvmReader, files: CubeFiles | undefined): Part<'evm.cube'> {
  return {
    clear: () => files?.clear(),
    async read(queries, head) {
      // Together: what is read of one block travels as one call.
      return Promise.all(queries.map(async (query): Promise<Answered> => ({ query, item: await answer(query) })))

      async function answer(query: (typeof queries)[number]): Promise<EvidenceItem> {
        if (!files) return problemItem(query, refused('CUBEs of other slots are not read here'))
        try {
          const record = await files.read(query, head)
          return itemOf<'evm.cube'>({ query, records: [record], upTo: head.latest.number }, reader, head)
        } catch (error) {
          return problemItem(query, refusalOf(error) ?? problemOf(error))
        }
      }
    },
  }
}

const refused = (detail: string): ReadProblem => ({ reason: 'refused', retryable: false, detail })

function refusalOf(error: unknown): ReadProblem | null {
  if (error instanceof CubeFileTooOld) return refused(cubeFileRefusals.tooOld)
  return isCairnError(error) && error.code === 'credential.invalid' ? refused(cubeFileRefusals.noFile) : null
}
