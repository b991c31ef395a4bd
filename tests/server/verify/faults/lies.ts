import type { Lie } from '#tests/support/lyingProxy.ts'

/** Whom the lies are for: a member who did too little, and the contract that the rules name. */
export type Target = { wallet: string; contract: string }

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const each = (value: unknown, change: (fields: Fields) => Fields) =>
  Array.isArray(value) ? value.map((one) => (isFields(one) ? change(one) : one)) : value
const much = 10n ** 24n
const word = (value: bigint) => value.toString(16).padStart(64, '0')
const hex = (value: bigint) => `0x${value.toString(16)}`
const topicOf = (wallet: string) => `0x${wallet.slice(2).padStart(64, '0')}`
const depositTopic = '0xe1fffcc4923d04b559f4d29a8bfc6cda04eb5b0d3c460751c2402c5c5cc9109c'
const isBlock = ({ method }: { method: string }) => method === 'eth_getBlockByNumber' || method === 'eth_getBlockByHash'
const fakeHash = (hash: unknown) => `0xfa${String(hash).slice(4)}`

/** Changes the transactions of whole blocks and single ones alike. */
const changeTransactions = (call: { method: string }, result: unknown, change: (fields: Fields) => Fields): unknown => {
  if (call.method === 'eth_getTransactionByHash' && isFields(result)) return change(result)
  if (isBlock(call) && isFields(result) && Array.isArray(result.transactions))
    return { ...result, transactions: each(result.transactions, change) }
  return undefined
}

/** Lies about what is on the chain: whoever believes one of them gives the member a pass. */
export const contentLies = ({ wallet, contract }: Target): Lie[] => [
  {
    name: 'changed log data',
    answer: ({ method }, result) => (method === 'eth_getLogs' ? each(result, (log) => ({ ...log, data: `0x${word(much)}` })) : undefined),
  },
  {
    name: 'changed log data in receipts too',
    answer: ({ method }, result) => {
      const grow = (log: Fields) => ({ ...log, data: `0x${word(much)}` })
      if (method === 'eth_getLogs') return each(result, grow)
      return method === 'eth_getBlockReceipts' ? each(result, (receipt) => ({ ...receipt, logs: each(receipt.logs, grow) })) : undefined
    },
  },
  {
    name: 'a log of somebody else given to the member',
    answer: ({ method }, result) =>
      method === 'eth_getLogs' ? each(result, (log) => ({ ...log, topics: [depositTopic, topicOf(wallet)] })) : undefined,
  },
  {
    name: 'an invented log in a real transaction',
    answer({ method }, result) {
      if (method !== 'eth_getLogs' || !Array.isArray(result) || !isFields(result[0])) return undefined
      const log = { ...result[0], logIndex: '0x7', address: contract, topics: [depositTopic, topicOf(wallet)], data: `0x${word(much)}` }
      return [...result, log]
    },
  },
  {
    name: 'an invented log of an invented transaction',
    async answer({ method }, result, honest) {
      if (method !== 'eth_getLogs' || !Array.isArray(result)) return undefined
      const block = await honest('eth_getBlockByNumber', ['finalized', false])
      if (!isFields(block)) return undefined
      const place = { blockNumber: block.number, blockHash: block.hash, transactionHash: `0x${'ab'.repeat(32)}`, logIndex: '0x0' }
      return [...result, { ...place, address: contract, topics: [depositTopic, topicOf(wallet)], data: `0x${word(much)}` }]
    },
  },
  { name: 'dropped logs', answer: ({ method }) => (method === 'eth_getLogs' ? [] : undefined) },
  {
    name: 'dropped transactions',
    answer: (call, result) => (isBlock(call) && isFields(result) ? { ...result, transactions: [] } : undefined),
  },
  {
    name: 'changed values of transactions',
    answer: (call, result) => changeTransactions(call, result, (fields) => ({ ...fields, value: hex(much) })),
  },
  { name: 'changed senders', answer: (call, result) => changeTransactions(call, result, (fields) => ({ ...fields, from: wallet })) },
  {
    name: 'changed status of receipts',
    answer: ({ method }, result) => {
      const succeed = (receipt: Fields) => ({ ...receipt, status: '0x1' })
      if (method === 'eth_getTransactionReceipt') return isFields(result) ? succeed(result) : undefined
      return method === 'eth_getBlockReceipts' ? each(result, succeed) : undefined
    },
  },
  {
    name: 'receipts of another block',
    async answer({ method }, _result, honest) {
      if (method !== 'eth_getBlockReceipts') return undefined
      const genesis = await honest('eth_getBlockByNumber', ['0x1', false])
      return isFields(genesis) ? honest('eth_getBlockReceipts', [genesis.hash]) : undefined
    },
  },
  {
    name: 'a rich account',
    answer: ({ method }, result) => {
      if (method === 'eth_getBalance') return hex(much * 10n)
      // Answers of `balanceOf` come one by one or within a multicall: the words are the same.
      return method === 'eth_call' ? String(result).replaceAll(word(5n), word(much)) : undefined
    },
  },
  {
    name: 'an empty account',
    answer: ({ method }, result) => {
      if (method === 'eth_getBalance') return '0x0'
      return method === 'eth_call' ? String(result).replaceAll(word(2n * 10n ** 18n), word(0n)) : undefined
    },
  },
]

/** Lies about which blocks there are. */
export const headLies = (): Lie[] => [
  {
    name: 'other block hashes, in logs too',
    answer: (call, result) => {
      if (isBlock(call) && isFields(result)) return { ...result, hash: fakeHash(result.hash) }
      return call.method === 'eth_getLogs'
        ? each(result, (log) => ({ ...log, data: `0x${word(much)}`, blockHash: fakeHash(log.blockHash) }))
        : undefined
    },
  },
  {
    name: 'the newest block called final',
    answer: ({ method, params }, _result, honest) =>
      method === 'eth_getBlockByNumber' && ['safe', 'finalized'].includes(String(params[0]))
        ? honest(method, ['latest', params[1]])
        : undefined,
  },
  {
    name: 'a head from the future, with logs in it',
    async answer({ method, params }, result, honest) {
      const latest = await honest('eth_getBlockByNumber', ['latest', false])
      if (!isFields(latest)) return undefined
      const number = hex(BigInt(String(latest.number)) + 1n)
      const block = { ...latest, number, hash: fakeHash(latest.hash), parentHash: latest.hash, transactions: [] }
      if (method === 'eth_getBlockByNumber' && ['latest', 'safe', 'finalized', number].includes(String(params[0]))) return block
      return method === 'eth_getLogs'
        ? each(result, (log) => ({ ...log, data: `0x${word(much)}`, blockNumber: number, blockHash: block.hash }))
        : undefined
    },
  },
  {
    name: 'a stale head',
    answer: ({ method, params }, _result, honest) =>
      method === 'eth_getBlockByNumber' && ['latest', 'safe', 'finalized'].includes(String(params[0]))
        ? honest(method, ['0x1', params[1]])
        : undefined,
  },
  { name: 'another chain', answer: ({ method }) => (method === 'eth_chainId' ? '0x1' : undefined) },
]

/** Failures that must cost nothing but time. */
export const failures = (): Lie[] => [
  { name: 'null answers', answer: () => null },
  { name: 'answers of another kind', answer: () => ({ what: ['is', 'this'] }) },
  {
    name: 'malformed JSON',
    respond: reply((response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"jsonrpc":"2.0","id":')),
  },
  { name: 'HTTP 500', respond: reply((response) => response.writeHead(500).end('no')) },
  { name: 'HTTP 429', respond: reply((response) => response.writeHead(429, { 'retry-after': '7' }).end('slow down')) },
  { name: 'HTTP 403', respond: reply((response) => response.writeHead(403).end('no')) },
  {
    name: 'a cut connection',
    respond: reply((response) => response.writeHead(200, { 'content-length': '1000' }).write('[', () => response.destroy())),
  },
  {
    name: 'a slow drip',
    respond: reply((response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const timer = setInterval(() => response.write(' '), 100)
      response.on('close', () => clearInterval(timer))
    }),
  },
  {
    name: 'an endless answer',
    respond: reply((response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const chunk = Buffer.alloc(1024 * 1024, 0x20)
      const more = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    }),
  },
  {
    name: 'a flood of 100,000 logs',
    answer: ({ method, params }, result) => {
      if (method !== 'eth_getLogs' || !Array.isArray(result)) return undefined
      const filter = params[0] as { fromBlock: string; address: string[] }
      const log = {
        blockNumber: filter.fromBlock,
        blockHash: `0x${'cd'.repeat(32)}`,
        transactionHash: `0x${'ab'.repeat(32)}`,
        address: filter.address[0],
        data: `0x${word(1n)}`,
      }
      return Array.from({ length: 100_000 }, (_, index) => ({
        ...log,
        topics: [depositTopic, topicOf(`0x${index.toString(16).padStart(40, '0')}`)],
        logIndex: hex(BigInt(index)),
      }))
    },
  },
  {
    name: 'calldata of a megabyte',
    answer: (call, result) => changeTransactions(call, result, (fields) => ({ ...fields, input: `0xd0e30db0${'00'.repeat(1024 * 1024)}` })),
  },
]

/** An endpoint that takes single calls only. Not a lie: everything must work as without it. */
export const refusesBatches = (status: number): Lie => ({
  name: `batches refused with ${status}`,
  async respond({ body, response }) {
    if (!body.startsWith('[')) return false
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end('{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"no batches"}}')
    return true
  },
})

function reply(send: (response: Parameters<NonNullable<Lie['respond']>>[0]['response']) => void): NonNullable<Lie['respond']> {
  return async ({ response }) => {
    send(response)
    return true
  }
}
