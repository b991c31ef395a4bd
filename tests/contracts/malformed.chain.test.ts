import { type AbiParameter, concat, encodeFunctionData, type Hex, hexToBigInt, toFunctionSelector } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { devLargeVerifierBytecode } from '#contracts/abi/devLargeVerifier.gen.ts'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { zkLaneAbi, zkLaneBytecode } from '#contracts/abi/zkLane.gen.ts'
import { circuits } from '#server/rollup/protocol/constants.gen.ts'
import { P } from '#server/rollup/protocol/field.ts'
import type { BuiltBatch } from '#server/rollup/state/draft.ts'
import { toHex, toHex32 } from '#server/shared/bytes.ts'
import { claimOf, type DeployedSlot, deployedSlot, proposal, recipient } from './deployedSlot.ts'
import { revertOf } from './revertOf.ts'

let slot: DeployedSlot
let built: BuiltBatch

/** A batch that opens, mints and takes an inbox item: each section has words. */
beforeAll(async () => {
  slot = await deployedSlot()
  const quest = await slot.openQuest()
  await slot.advance({ opens: [BigInt(slot.stranger.account.address), 0x11n], inbox: [quest] })
  const group = await slot.signGroup({ quest: 0, accounts: [0, 1], evidenceRoot: 9n, validUntil: 4_000_000_000 })
  built = await slot.build({ opens: [0x12n], groups: [group], inbox: [await slot.deposit(0, 7n)] })
}, 300_000)
afterAll(() => slot?.stop())

type Proposal = Omit<ReturnType<typeof proposal>, 'circuit'> & { circuit: number }
const refusal = (words: Hex, parts: Partial<Proposal> = {}) => {
  const args = [{ ...proposal(built), ...parts }, words] as const
  return revertOf(slot.client.simulateContract({ ...slot.rollup, account: slot.proposer.account, functionName: 'propose', args }))
}
const wordsOf = (hex: Hex): bigint[] =>
  Array.from({ length: (hex.length - 2) / 64 }, (_, i) => hexToBigInt(`0x${hex.slice(2 + 64 * i, 66 + 64 * i)}`))
const hexOf = (words: readonly bigint[]): Hex => `0x${words.map((word) => toHex32(word).slice(2)).join('')}`
const lengthsOf = (lengths: bigint) => [0, 1, 2, 3, 4].map((section) => Number((lengths >> BigInt(16 * section)) & 0xffffn))
const packLengths = (list: readonly number[]) => list.reduce((sum, length, section) => sum + (BigInt(length) << BigInt(16 * section)), 0n)
/** All that a proposal could have changed. */
const standing = async () =>
  JSON.stringify(
    await Promise.all([
      slot.client.readContract({ ...slot.rollup, functionName: 'tip' }),
      slot.client.readContract({ ...slot.rollup, functionName: 'finalHead' }),
      slot.client.readContract({ ...slot.inbox, functionName: 'length' }),
    ]),
    (_, value) => (typeof value === 'bigint' ? String(value) : value),
  )

describe('malformed calldata straight to propose', () => {
  it('is the calldata of a batch that the contract takes, until it is spoilt', async () => {
    expect(await refusal(built.calldata.words)).toBeNull()
  })

  it('is refused when it is cut anywhere', async () => {
    const data = encodeFunctionData({ abi: rollupAbi, functionName: 'propose', args: [proposal(built), built.calldata.words] })
    const call = (cut: Hex) => slot.client.call({ account: slot.proposer.account, to: slot.contracts.rollup, data: cut })
    await call(data)
    for (let end = 10; end < data.length; end += 64) {
      await expect(call(data.slice(0, end) as Hex), `cut at ${end}`).rejects.toThrow(/revert/)
      await expect(call(data.slice(0, end + 20) as Hex), `cut at ${end + 20}`).rejects.toThrow(/revert/)
    }
  })

  it('is refused by name at every word that is not in the field', async () => {
    const words = wordsOf(built.calldata.words)
    for (const [at, word] of words.entries()) {
      for (const value of [word + P, (1n << 256n) - 1n]) {
        const name = await refusal(hexOf(words.with(at, value)))
        // The header's counts and the items of the inbox are compared before the words are walked.
        expect([at, name]).toEqual([
          at,
          expect.stringMatching(/^(WordNotInField|CountOutOfRange|UnusedWord|InboxIndexMismatch|InboxItemMismatch|InboxItemsOverdue)$/),
        ])
      }
    }
  })

  it('is refused with words more, words less, zeros at a section’s end, and lengths that say otherwise', async () => {
    const words = wordsOf(built.calldata.words)
    const lengths = lengthsOf(built.calldata.lengths)
    expect(await refusal(hexOf([...words, 5n]))).toBe('LengthsMismatch')
    expect(await refusal(hexOf(words.slice(0, -1)))).toBe('LengthsMismatch')
    expect(await refusal(`${built.calldata.words}00`)).toBe('LengthsMismatch')
    expect(await refusal('0x')).toBe('LengthsMismatch')
    expect(await refusal(built.calldata.words, { lengths: built.calldata.lengths + (1n << 80n) })).toBe('LengthsMismatch')
    const { opens, groups, accountWords, entries } = circuits.small
    const capacity = [2, opens, 4 * groups, accountWords, 10 * entries]
    for (const [section, length] of lengths.entries()) {
      const end = lengths.slice(0, section + 1).reduce((sum, next) => sum + next, 0)
      const longer = { lengths: packLengths(lengths.with(section, length + 1)) }
      const room = length < (capacity[section] ?? 0)
      expect([section, await refusal(hexOf(words.toSpliced(end, 0, 0n)), longer)]).toEqual([
        section,
        room ? 'SectionNotTrimmed' : 'SectionTooLong',
      ])
      if (room) expect([section, await refusal(hexOf(words.toSpliced(end, 0, 1n)), longer)]).toEqual([section, 'UnusedWord'])
      const beyond = { lengths: packLengths(lengths.with(section, (capacity[section] ?? 0) + 1)) }
      expect([section, await refusal(built.calldata.words, beyond)]).toEqual([section, 'SectionTooLong'])
    }
  })

  it('is refused when the header counts otherwise, one more, one less, and more than the circuit holds', async () => {
    const words = wordsOf(built.calldata.words)
    const [header = 0n] = words
    const named = /^(CountOutOfRange|UnusedWord|InboxIndexMismatch|InboxItemMismatch|ItemUnknown)$/
    for (let count = 0n; count < 5n; count++) {
      const step = 1n << (16n * count)
      const found = (header >> (16n * count)) & 0xffffn
      // One more group or open than there are words is words of zeros: the circuit refuses that, and no proof exists.
      if (count > 2n) expect([count, await refusal(hexOf(words.with(0, header + step)))]).toEqual([count, expect.stringMatching(named)])
      if (found > 0n) expect([count, await refusal(hexOf(words.with(0, header - step)))]).toEqual([count, expect.stringMatching(named)])
      const most = hexOf(words.with(0, header + step * (0xffffn - found)))
      expect([count, await refusal(most)]).toEqual([count, 'CountOutOfRange'])
    }
  })

  it('is refused at every field of its input that is another one', async () => {
    const wrong: { [K in keyof Proposal]: [Proposal[K], string][] } = {
      number: [
        [0n, 'BatchOutOfOrder'],
        [(1n << 64n) - 1n, 'BatchOutOfOrder'],
      ],
      circuit: [
        [0, 'CircuitUnknown'],
        [255, 'CircuitUnknown'],
      ],
      oldRoot: [[toHex32(0n), 'WrongParentRoot']],
      newRoot: [
        [toHex32(P), 'NotInField'],
        [`0x${'f'.repeat(64)}`, 'NotInField'],
      ],
      timestamp: [
        [0n, 'TimestampOutOfRange'],
        [(1n << 64n) - 1n, 'TimestampOutOfRange'],
      ],
      dataCommit: [[toHex32(P), 'NotInField']],
      effects: [
        [2n, 'EffectsOutOfRange'],
        [1n << 255n, 'EffectsOutOfRange'],
      ],
      lengths: [
        [0n, 'LengthsMismatch'],
        [(1n << 256n) - 1n, 'SectionTooLong'],
      ],
    }
    for (const [field, cases] of Object.entries(wrong)) {
      for (const [value, name] of cases) expect([field, await refusal(built.calldata.words, { [field]: value })]).toEqual([field, name])
    }
  })
})

const calls = inboxAbi.filter((item) => item.type === 'function').filter(({ stateMutability }) => stateMutability === 'payable')
const isDynamic = (input: AbiParameter): boolean =>
  input.type === 'bytes' || input.type === 'string' || ('components' in input && input.components.some(isDynamic))
/** Words of the head of a call: a struct with bytes in it is one, its offset. */
function headWords(inputs: readonly AbiParameter[]): number {
  return inputs.reduce((sum, input) => sum + (!isDynamic(input) && 'components' in input ? headWords(input.components) : 1), 0)
}
/** Zeros are good arguments for these; the others want a signature or a token. */
const takeZeros = new Set(['deposit', 'openQuest', 'setKey', 'activateKey', 'cancelKey'])

describe('calls of the inbox with words out of range', () => {
  it.each(calls.map((call) => ({ name: call.name, call })))(
    '$name: reverts and queues nothing, whichever word is all ones',
    async ({ call }) => {
      const size = headWords(call.inputs)
      expect(size).toBeGreaterThan(0)
      const before = await standing()
      const zeros = Array.from({ length: size }, () => toHex32(0n))
      const send = (words: readonly Hex[]) =>
        slot.client.call({
          account: slot.stranger.account,
          to: slot.contracts.inbox,
          data: concat([toFunctionSelector(call), ...words]),
          value: 1n,
        })
      if (takeZeros.has(call.name)) await send(zeros)
      else await expect(send(zeros), call.name).rejects.toThrow(/revert/)
      for (let at = 0; at < size; at++) {
        await expect(send(zeros.with(at, `0x${'f'.repeat(64)}`)), `${call.name}, word ${at}`).rejects.toThrow(/revert/)
        await expect(send(zeros.slice(0, at)), `${call.name}, ${at} words`).rejects.toThrow(/revert/)
      }
      expect(await standing()).toBe(before)
    },
  )
})

describe('proofs that are not of this claim', { timeout: 300_000 }, () => {
  it('are refused: of another batch, for another recipient, with a bit changed, cut; and by other keys; nothing is voted', async () => {
    await slot.propose(built)
    await slot.keep(built)
    const { proof } = await slot.prove(built)
    const vote = (bytes: Uint8Array, to: Hex, batch: BuiltBatch) => {
      const args = [claimOf(batch), 1, to, toHex(bytes)] as const
      return revertOf(slot.client.simulateContract({ ...slot.rollup, account: slot.stranger.account, functionName: 'vote', args }))
    }
    expect(await vote(proof, recipient, built)).toBeNull()
    const next = (await slot.advance({ opens: [0x13n] })).built
    const before = await standing()
    expect(await vote(proof, recipient, next)).not.toBeNull()
    expect(await vote(proof, '0x00000000000000000000000000000000000000bb', built)).not.toBeNull()
    expect(await vote(proof.with(700, (proof[700] ?? 0) ^ 1), recipient, built)).not.toBeNull()
    expect(await vote(proof.slice(32), recipient, built)).not.toBeNull()
    expect(await vote(new Uint8Array(), recipient, built)).not.toBeNull()
    expect(await standing()).toBe(before)

    const { domain, batch, oldRoot, newRoot, timestamp, dataCommit, effects, r, y } = built.inputs.public
    const statement = {
      ...{ domain, batch, circuit: circuits.small.id, oldRoot: toHex32(oldRoot), newRoot: toHex32(newRoot), timestamp, input: toHex32(0n) },
      ...{ dataCommit: toHex32(dataCommit), effects, challenge: r, evaluation: y, recipient: recipient as Hex },
    }
    const asked = { abi: zkLaneAbi, functionName: 'verify', args: [statement, toHex(proof)] } as const
    expect(await slot.client.readContract({ ...asked, address: slot.contracts.zkLane })).toBe(true)
    // The same lane with the key of the large circuit.
    const verifier = await slot.client.waitForTransactionReceipt({
      hash: await slot.deployer.deployContract({ abi: [], bytecode: devLargeVerifierBytecode }),
    })
    const args = [[circuits.small.id], [verifier.contractAddress as Hex]] as const
    const hash = await slot.deployer.deployContract({ abi: zkLaneAbi, bytecode: zkLaneBytecode, args })
    const { contractAddress } = await slot.client.waitForTransactionReceipt({ hash })
    const answer = await slot.client.readContract({ ...asked, address: contractAddress as Hex }).catch(() => 'reverted')
    expect(['reverted', false]).toContain(answer)
  })
})
