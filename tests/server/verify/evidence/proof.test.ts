import fc from 'fast-check'
import { type Hex, keccak256, numberToHex, type TransactionSerializable, toRlp } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { serializeTransaction as serializeDeposit } from 'viem/op-stack'
import { describe, expect, it } from 'vitest'
import type { RawFields } from '#chains/reader.ts'
import { bloomBits, mayHold, proveHeader } from '#server/verify/evidence/proof/header.ts'
import { proveBlock } from '#server/verify/evidence/proof/proveBlock.ts'
import { encodeReceipt, orderedRoot } from '#server/verify/evidence/proof/receipts.ts'
import { createdBy, encodeTransaction, senderOf } from '#server/verify/evidence/proof/transactions.ts'

const account = privateKeyToAccount(`0x${'17'.repeat(32)}`)
const emptyRoot = '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421'

const hexOf = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => `0x${Buffer.from(bytes).toString('hex')}` as Hex)
const data = fc.uint8Array({ maxLength: 80 }).map((bytes) => `0x${Buffer.from(bytes).toString('hex')}` as Hex)
const uint = (bits: number) => fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) - 1n })
const basic = fc.record({ nonce: fc.nat(), gas: uint(32), to: fc.option(hexOf(20), { nil: undefined }), value: uint(128), data })
const accessList = fc.array(fc.record({ address: hexOf(20), storageKeys: fc.array(hexOf(32), { maxLength: 2 }) }), { maxLength: 2 })
const fees = fc.record({
  maxPriorityFeePerGas: uint(30),
  maxFeePerGas: uint(30).map((fee) => fee + 2n ** 30n),
  accessList,
  chainId: fc.integer({ min: 1, max: 100_000 }),
})

const transactions: fc.Arbitrary<TransactionSerializable> = fc.oneof(
  fc
    .record({ base: basic, gasPrice: uint(40), chainId: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined }) })
    .map(
      ({ base, gasPrice, chainId }) =>
        ({ ...base, type: 'legacy' as const, gasPrice, ...(chainId ? { chainId } : {}) }) as TransactionSerializable,
    ),
  fc
    .record({ base: basic, gasPrice: uint(40), chainId: fc.integer({ min: 1, max: 100_000 }), accessList })
    .map(({ base, ...more }) => ({ ...base, ...more, type: 'eip2930' as const }) as TransactionSerializable),
  fc.record({ base: basic, fees }).map(({ base, fees }) => ({ ...base, ...fees, type: 'eip1559' as const }) as TransactionSerializable),
  fc
    .record({
      base: basic,
      fees,
      to: hexOf(20),
      maxFeePerBlobGas: uint(40),
      blobVersionedHashes: fc.array(hexOf(31), { minLength: 1, maxLength: 3 }),
    })
    .map(
      ({ base, fees, to, maxFeePerBlobGas, blobVersionedHashes }) =>
        ({
          ...base,
          ...fees,
          to,
          maxFeePerBlobGas,
          blobVersionedHashes: blobVersionedHashes.map((hash): Hex => `0x01${hash.slice(2)}`),
          type: 'eip4844' as const,
        }) as TransactionSerializable,
    ),
  fc.record({ base: basic, fees, to: hexOf(20) }).map(
    ({ base, fees, to }) =>
      ({
        ...base,
        ...fees,
        to,
        authorizationList: [{ address: to, chainId: 1, nonce: 3, yParity: 1, r: `0x${'11'.repeat(32)}`, s: `0x${'22'.repeat(32)}` }],
        type: 'eip7702' as const,
      }) as TransactionSerializable,
  ),
)

const types = { legacy: '0x0', eip2930: '0x1', eip1559: '0x2', eip4844: '0x3', eip7702: '0x4' } as const
const jsonValue = (value: unknown): unknown => (typeof value === 'bigint' || typeof value === 'number' ? numberToHex(value) : value)

/** A signed transaction as a node gives it. */
async function asNode(transaction: TransactionSerializable): Promise<{ raw: RawFields; serialized: Hex }> {
  const serialized = await account.signTransaction(transaction)
  const { parseTransaction } = await import('viem')
  const { r, s, v, yParity } = parseTransaction(serialized) as { r?: Hex; s?: Hex; v?: bigint; yParity?: number }
  const { data: input, to, type, authorizationList, ...rest } = transaction as unknown as Record<string, unknown>
  const plain = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, jsonValue(value)]))
  const list = authorizationList as Record<string, unknown>[] | undefined
  return {
    serialized,
    raw: {
      ...plain,
      type: types[type as keyof typeof types],
      input,
      to: to ?? null,
      ...(list
        ? { authorizationList: list.map((one) => Object.fromEntries(Object.entries(one).map(([name, value]) => [name, jsonValue(value)]))) }
        : {}),
      r,
      s,
      v: numberToHex(v ?? 0n),
      ...(yParity === undefined ? {} : { yParity: numberToHex(yParity) }),
    },
  }
}

describe('transactions', () => {
  it('of every type are encoded as viem encodes them, and lead to their sender', async () => {
    await fc.assert(
      fc.asyncProperty(transactions, async (transaction) => {
        const { raw, serialized } = await asNode(transaction)
        expect(encodeTransaction(raw)).toBe(serialized)
        expect(senderOf(raw)).toBe(account.address.toLowerCase())
        // Any other value belongs to somebody else, or to nobody.
        const changed = { ...raw, value: numberToHex(BigInt(String(raw.value)) + 1n) }
        expect(() => senderOf(changed)).not.toThrow(TypeError)
        expect(encodeTransaction(changed)).not.toBe(serialized)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('deposited by the OP stack are encoded as viem encodes them', () => {
    const deposit = {
      type: 'deposit',
      sourceHash: `0x${'ab'.repeat(32)}`,
      from: account.address,
      to: account.address,
      mint: 5n,
      value: 7n,
      gas: 21_000n,
      isSystemTx: false,
      data: '0x1234',
    } as const
    const raw = {
      type: '0x7e',
      sourceHash: deposit.sourceHash,
      from: deposit.from,
      to: deposit.to,
      mint: '0x5',
      value: '0x7',
      gas: '0x5208',
      isSystemTx: false,
      input: '0x1234',
      nonce: '0x9',
    }
    expect(encodeTransaction(raw)).toBe(serializeDeposit(deposit))
    expect(encodeTransaction({ ...raw, mint: null })).toBe(serializeDeposit({ ...deposit, mint: undefined }))
    expect(senderOf(raw)).toBe(account.address.toLowerCase())
  })

  it('of an unknown type are refused', () => {
    expect(() => encodeTransaction({ type: '0x64' })).toThrow('not known here')
    expect(() => encodeTransaction({ type: '0x2', nonce: 'x' })).toThrow('not hex')
  })

  it('name the contract that they deploy', () => {
    // The first contract of anvil's first account, known to everyone who develops.
    expect(createdBy({ nonce: '0x0' }, '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266')).toBe('0x5fbdb2315678afecb367f032d93f642f64180aa3')
  })
})

describe('receipts', () => {
  const receipt = { status: '0x1', cumulativeGasUsed: '0x5208', logsBloom: `0x${'00'.repeat(256)}`, logs: [] }
  it('are lists after the byte of their type', () => {
    const list = toRlp(['0x01', '0x5208', `0x${'00'.repeat(256)}`, []])
    expect(encodeReceipt(receipt)).toBe(list)
    expect(encodeReceipt({ ...receipt, type: '0x3' })).toBe(`0x03${list.slice(2)}`)
    expect(encodeReceipt({ ...receipt, status: '0x0' })).toBe(toRlp(['0x', '0x5208', `0x${'00'.repeat(256)}`, []]))
    expect(() => encodeReceipt({ ...receipt, status: undefined, root: `0x${'aa'.repeat(32)}` })).toThrow('not hex')
  })
  it('of deposits bind their nonce since it has a version', () => {
    const deposit = { ...receipt, type: '0x7e', depositNonce: '0x9' }
    expect(encodeReceipt(deposit)).toBe(`0x7e${encodeReceipt(receipt).slice(2)}`)
    expect(encodeReceipt({ ...deposit, depositReceiptVersion: '0x1' })).toBe(
      `0x7e${toRlp(['0x01', '0x5208', `0x${'00'.repeat(256)}`, [], '0x09', '0x01']).slice(2)}`,
    )
  })
})

describe('roots', () => {
  it('of no values and of one are those of the yellow paper', async () => {
    expect(await orderedRoot([])).toBe(emptyRoot)
    const value: Hex = `0x${'ab'.repeat(40)}`
    // One leaf: its path is the key 0x80 (two nibbles, even, terminated), its hash the root.
    expect(await orderedRoot([value])).toBe(keccak256(toRlp(['0x2080', value])))
  })
  it('tell every list from every other', async () => {
    const lists = fc.array(
      data.filter((value) => value.length > 2),
      { maxLength: 140 },
    )
    await fc.assert(
      fc.asyncProperty(lists, lists, async (one, other) => {
        expect((await orderedRoot(one)) === (await orderedRoot(other))).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
      { numRuns: 30 },
    )
  })
})

describe('headers', () => {
  /** Ethereum's genesis block, which everyone knows by its hash. */
  const genesis = {
    parentHash: `0x${'00'.repeat(32)}`,
    sha3Uncles: '0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347',
    miner: `0x${'00'.repeat(20)}`,
    stateRoot: '0xd7f8974fb5ac78d9ac099b9ad5018bedc2ce0a72dad1827a1709da30580f0544',
    transactionsRoot: emptyRoot,
    receiptsRoot: emptyRoot,
    logsBloom: `0x${'00'.repeat(256)}`,
    difficulty: '0x400000000',
    number: '0x0',
    gasLimit: '0x1388',
    gasUsed: '0x0',
    timestamp: '0x0',
    extraData: '0x11bbe8db4e347b4e8c937c1c8370e4b5ed33adb3db69cbdb7a38e1e50b1b82fa',
    mixHash: `0x${'00'.repeat(32)}`,
    nonce: '0x0000000000000042',
  }
  const hash = '0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3'

  it('lead to their hash', async () => {
    expect(proveHeader(genesis, hash)).toMatchObject({ hash, number: 0n, time: 0 })
    expect(await proveBlock({ header: genesis, transactions: [], receipts: [] }, hash)).toMatchObject({ transactions: new Map() })
  })

  it('lead elsewhere when any field is another', () => {
    for (const name of Object.keys(genesis) as (keyof typeof genesis)[]) {
      const changed = { ...genesis, [name]: genesis[name].replace(/.$/, (digit) => (digit === '7' ? '8' : '7')) }
      expect(proveHeader(changed, hash), name).toMatchObject({ unproven: 'the header has another hash' })
    }
  })

  it('with fields of forks or chains that are not known say so', () => {
    expect(proveHeader({ ...genesis, sendRoot: '0x00', baseFeePerGas: '0x1' }, hash)).toMatchObject({
      unproven: expect.stringContaining('not known here: sendRoot'),
    })
    expect(proveHeader({ ...genesis, blobGasUsed: '0x1' }, hash)).toMatchObject({
      unproven: expect.stringContaining('fields of forks are missing'),
    })
    expect(proveHeader({ ...genesis, mixHash: null }, hash)).toMatchObject({ unproven: 'header: bytes are not hex' })
    // What a node adds beside the header does no harm.
    expect(proveHeader({ ...genesis, l1BlockNumber: '0x5' }, hash)).toMatchObject({ hash })
  })

  it('never prove what is not a header', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(genesis), 'baseFeePerGas'), fc.anything()), (fields) => {
        expect(proveHeader({ ...genesis, ...fields, gasLimit: '0x1389' }, hash)).toHaveProperty('unproven')
      }),
    )
  })
})

describe('blooms', () => {
  it('hold what was put in, and say so for nothing else but by chance', () => {
    fc.assert(
      fc.property(fc.array(hexOf(32), { minLength: 1, maxLength: 6 }), hexOf(20), (topics, other) => {
        const bytes = new Uint8Array(256)
        for (const bit of topics.flatMap(bloomBits)) bytes[255 - (bit >> 3)] = (bytes[255 - (bit >> 3)] ?? 0) | (1 << (bit & 7))
        const bloom = `0x${Buffer.from(bytes).toString('hex')}`
        expect(mayHold(bloom, topics.map(bloomBits))).toBe(true)
        expect(mayHold(`0x${'00'.repeat(256)}`, [bloomBits(other)])).toBe(false)
      }),
    )
  })
})
