import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Abi } from 'viem'

/** What the stand-in knows of a contract. */
export type VerifiedContract = { chainId: string; address: string; name: string; abi: Abi; match: 'exact_match' | 'match' }

/**
 * A local stand-in for a server of Sourcify: `GET /v2/contract/{chainId}/{address}` of its API, version 2, with `fields`, as its documentation describes it:
 * always the matches, chain and address, other fields when they are asked for, 404 with the same form for what is not verified.
 */
export async function startSourcify() {
  const known: VerifiedContract[] = []
  const asked: string[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://sourcify.local')
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      response.end(JSON.stringify(body))
    }
    const [, chainId, address] = /^\/server\/v2\/contract\/(\d+)\/(0x[0-9a-fA-F]{40})$/.exec(url.pathname) ?? []
    if (chainId === undefined || address === undefined)
      return answer(400, { customCode: 'invalid_parameter', message: 'chainId and address expected', errorId: 'local' })
    asked.push(`${chainId} ${address.toLowerCase()}`)
    const found = known.find((one) => one.chainId === chainId && one.address.toLowerCase() === address.toLowerCase())
    if (!found) return answer(404, { match: null, creationMatch: null, runtimeMatch: null, chainId, address })
    const fields = new Set((url.searchParams.get('fields') ?? '').split(','))
    return answer(200, {
      ...(fields.has('abi') ? { abi: found.abi } : {}),
      ...(fields.has('compilation.name') ? { compilation: { name: found.name } } : {}),
      matchId: '1',
      creationMatch: found.match,
      runtimeMatch: found.match,
      verifiedAt: '2026-01-01T00:00:00Z',
      match: found.match,
      chainId,
      address: found.address,
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    url: `${origin}/server`,
    asked,
    verify: (contract: VerifiedContract) => void known.push(contract),
    stop: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}
