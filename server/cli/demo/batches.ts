import { createPublicClient, decodeFunctionData, type Hex, http, size } from 'viem'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { type Patience, persist, until } from './patience.ts'
import type { DemoReport } from './report.ts'
import type { SiteClient } from './siteClient.ts'

type BatchView = {
  number: number
  circuit: string
  credentials: number
  proofMs: number | null
  verifyGas: number | null
  proposeGas: number | null
  voteTx: string | null
  watcher: 'agrees' | 'disagrees' | 'not-yet'
}

/** A final batch in numbers: what the explorer says, and the proof as it stands in the L2 transaction. Waits for the watcher's word. */
export async function readBatch(
  site: SiteClient,
  l2Url: string,
  number: number,
  patience: Patience,
): Promise<DemoReport['batches'][number]> {
  const batch = await until(patience, `batch ${number}`, async () => {
    const found = await site.query<BatchView>('explorer.batch', { number })
    if (found.watcher === 'disagrees') throw new Error('the watcher disagrees')
    return found.voteTx !== null && found.watcher === 'agrees' ? found : null
  })
  const { circuit, credentials, proofMs, verifyGas, proposeGas } = batch
  return {
    ...{ number, circuit, credentials, proofMs, verifyGas },
    totalGas: verifyGas === null || proposeGas === null ? null : verifyGas + proposeGas,
    proofBytes: await persist(patience, 'proof', () => proofSize(l2Url, batch.voteTx as Hex)),
  }
}

async function proofSize(l2Url: string, hash: Hex): Promise<number | null> {
  const { input } = await createPublicClient({ transport: http(l2Url) }).getTransaction({ hash })
  const call = decodeFunctionData({ abi: rollupAbi, data: input })
  return call.functionName === 'vote' ? size(call.args[3]) : null
}
