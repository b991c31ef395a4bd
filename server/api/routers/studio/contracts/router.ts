import { router } from '#server/api/trpc.ts'
import { build } from './build.ts'
import { importContract } from './import.ts'
import { list } from './list.ts'
import { remove } from './remove.ts'
import { search } from './search.ts'
import { templates } from './templates.ts'

export const studioContractsRouter = router({ import: importContract, list, search, remove, templates, build })
