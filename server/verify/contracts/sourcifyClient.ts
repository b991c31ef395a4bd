import * as z from 'zod'
import { type GuardedFetch, OutboundError } from '#server/shared/outbound/guardedFetchClient.ts'

/** `exact`: the code on chain is that of the source to the last byte, comments and names included. `name`: of the contract in its source. */
export type VerifiedAbi = { abi: readonly unknown[]; exact: boolean; name: string | null }

/** Knows ABIs of contracts by chain and address. Null: it does not know this one. Throws `OutboundError` when it gives no answer that counts. */
export type AbiSource = { find(chainReference: string, address: string): Promise<VerifiedAbi | null> }

/** As large as the answer may be; `createGuardedFetch` is made with it. */
export const sourcifyBytes = 1_048_576

const match = z.enum(['match', 'exact_match']).nullable()
const answer = z.object({
  match,
  chainId: z.string(),
  address: z.string(),
  abi: z.array(z.unknown()).nullish(),
  compilation: z.object({ name: z.string().nullish() }).nullish(),
})

/** A server of Sourcify's API, version 2 (docs.sourcify.dev/docs/api): `GET /v2/contract/{chainId}/{address}`. It says what it knows; the chain says what is there. */
export function createSourcify({ url, fetch }: { url: string; fetch: GuardedFetch }): AbiSource {
  const base = url.replace(/\/+$/, '')
  return {
    async find(chainReference, address) {
      const { status, body } = await fetch({
        url: `${base}/v2/contract/${chainReference}/${address}?fields=abi,compilation.name`,
        method: 'GET',
      })
      // 404: not verified there; 400: a chain that it does not know.
      if (status === 404 || status === 400) return null
      if (status !== 200) throw new OutboundError('unreachable', `Sourcify answered ${status}`)
      return readAnswer(body, { chainReference, address })
    },
  }
}

function readAnswer(body: string, asked: { chainReference: string; address: string }): VerifiedAbi | null {
  const read = answer.safeParse(json(body))
  if (!read.success) throw new OutboundError('not-json', 'Sourcify answered in another form', { cause: read.error })
  const { match: matched, chainId, address, abi, compilation } = read.data
  if (chainId !== asked.chainReference || address.toLowerCase() !== asked.address.toLowerCase())
    throw new OutboundError('not-json', 'Sourcify answered about another contract')
  if (matched === null || !abi) return null
  const name = compilation?.name ?? ''
  return { abi, exact: matched === 'exact_match', name: /^[A-Za-z_$][\w$]{0,99}$/.test(name) ? name : null }
}

function json(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new OutboundError('not-json', 'Sourcify did not answer JSON', { cause })
  }
}
