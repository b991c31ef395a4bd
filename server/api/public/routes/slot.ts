import * as z from 'zod'
import { listNumbered, listTxs, txId, txQuery } from '#server/api/explorerLists.ts'
import { CairnError } from '#server/shared/errors.ts'
import { paging, place } from '../queryFields.ts'
import { publicRoute } from '../route.ts'
import { named, pageOf } from '../schemas/basics.ts'
import { batch, batchDetail, chainHealth, tx, txDetail } from '../schemas/slot.ts'

const absent = (what: string, field: string, found: unknown) =>
  new CairnError('not-found', `There is no such ${what}.`, { meta: { field, found } })

export const slotRoutes = [
  publicRoute({
    ...{ id: 'listBatches', path: '/v1/batches', tag: 'Slot', summary: 'Batches, newest first' },
    query: paging,
    answer: pageOf('BatchPage', batch),
    run: ({ members, cursors }, { query }) =>
      listNumbered({ cursors }, { list: 'batches', read: members.explorer.batches, numberOf: ({ number }) => number }, query),
  }),
  publicRoute({
    ...{ id: 'getBatch', path: '/v1/batches/{number}', tag: 'Slot', summary: 'A batch with all that L2 did with it' },
    params: { number: place },
    answer: batchDetail,
    async run({ members }, { params }) {
      const found = await members.explorer.batch(params.number)
      if (found) return found
      throw absent('batch', 'number', params.number)
    },
  }),
  publicRoute({
    ...{ id: 'listTxs', path: '/v1/txs', tag: 'Slot', summary: 'Transactions of the slot, newest first' },
    query: {
      ...paging,
      kind: txQuery.kind.unwrap().unwrap().optional(),
      state: txQuery.state.unwrap().unwrap().optional(),
      batch: place.optional(),
    },
    answer: pageOf('TxPage', tx),
    run: (deps, { query: { cursor, limit, ...query } }) => listTxs(deps, query, { cursor, limit }),
  }),
  publicRoute({
    ...{ id: 'getTx', path: '/v1/txs/{id}', tag: 'Slot', summary: 'Everything about one transaction' },
    params: { id: txId },
    answer: txDetail,
    async run({ members }, { params }) {
      const found = await members.explorer.tx(params.id)
      if (found) return found
      throw absent('tx', 'id', params.id)
    },
  }),
  publicRoute({
    ...{ id: 'listChains', path: '/v1/chains', tag: 'Slot', summary: 'How the chains are read right now' },
    answer: named('Chains', 'The chains of this deployment.', z.object({ items: z.array(chainHealth) })),
    run: async ({ members }) => ({ items: await members.chainHealth() }),
  }),
]
