import { RpcRequestError } from 'viem'
import { describe, expect, it } from 'vitest'
import { toChainError } from '#chains/adapters/evm/readErrors.ts'
import { appA } from '#chains/definitions/app-a.ts'

const reasonOf = (code: number, message: string) => {
  const error = new RpcRequestError({ body: {}, error: { code, message }, url: 'http://node' })
  return toChainError(error, appA, { url: 'http://node', operator: 'own' }).reason
}

describe('what nodes answer when they have dropped old state', () => {
  it.each([
    ['geth', -32000, 'missing trie node 3ab1 (path ) state 0x3ab1 is not available, not found'],
    ['geth by path', -32000, 'historical state 3ab1 is not available'],
    ['erigon', -32000, 'old data not available due to pruning'],
    ['reth', -32000, 'state at block #17 is pruned'],
    ['nethermind', -32002, 'No state available for block 0x3ab1'],
  ])('%s', (_node, code, message) => expect(reasonOf(code, message)).toBe('pruned'))

  it('is told from a block that is not there yet', () => {
    expect(reasonOf(-32000, 'header not found')).toBe('behind')
    expect(reasonOf(-32001, 'unknown block')).toBe('behind')
  })
})
