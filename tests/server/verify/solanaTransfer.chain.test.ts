import { generateKeyPairSigner } from '@solana/kit'
import { getCreateAccountInstruction } from '@solana-program/system'
import {
  findAssociatedTokenPda,
  getCreateAssociatedTokenIdempotentInstructionAsync,
  getInitializeMintInstruction,
  getMintSize,
  getMintToInstruction,
  getTransferCheckedInstruction,
  TOKEN_PROGRAM_ADDRESS,
} from '@solana-program/token'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReaders } from '#chains/adapters/index.ts'
import { solanaLocal } from '#chains/definitions/solana-local.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { type EvidenceReader, replayBundle, verifyRule } from '#server/verify/run.ts'
import { startSolana } from '#tests/support/solana.ts'
import { solanaPayer } from '../../chains/adapters/solanaPayer.ts'

let node: Awaited<ReturnType<typeof startSolana>>
let evidence: EvidenceReader
const sol = 1_000_000_000n

beforeAll(async () => {
  node = await startSolana()
  const readers = createReaders(solanaLocal, { urls: { [solanaLocal.id]: node.url } })
  evidence = createEvidenceClient({ access: () => ({ readers, quorum: 1 }) })
})
afterAll(() => node?.stop())

const send = (params: object, leaf: object = {}): Rule => parseRule({ kind: 'solana.transfer', chain: solanaLocal.id, params, ...leaf })

async function judge(rule: Rule, ...wallets: string[]) {
  const context = {
    accountId: 'a',
    wallets: wallets.map((wallet) => `solana:${wallet}`),
    questStart: '2020-01-01T00:00:00Z',
    joinedAt: '2020-01-01T00:00:00Z',
    version: 1,
  }
  const verified = await verifyRule({ evidence }, rule, { context })
  expect(replayBundle(rule, JSON.parse(JSON.stringify(verified.bundle)))).toEqual(verified)
  return verified
}

describe('solana.transfer', () => {
  it('waits for finality, then passes; names what is short, elsewhere, or sent to oneself', async () => {
    const ann = await solanaPayer(node.url)
    const shop = (await generateKeyPairSigner()).address
    const rule = send({ gte: String(sol), to: shop })
    // A validator that has just started has no final block yet: that is an error which goes away, not a "no".
    const young = (await judge(rule, ann.address)).verdict
    expect(['error', 'fail']).toContain(young.status)
    if (young.status === 'error') expect(young.trace.next?.en).toContain('we retry')
    await ann.settle()
    expect((await judge(rule, ann.address)).verdict).toMatchObject({ status: 'fail', trace: { seen: [] } })

    await ann.sendSol(ann.address, 3n * sol)
    await ann.sendSol(shop, (97n * sol) / 100n)
    const other = (await generateKeyPairSigner()).address
    await ann.sendSol(other, 2n * sol)
    await ann.settle()
    const misses = await judge(rule, ann.address)
    expect(misses.verdict.status).toBe('fail')
    expect(misses.verdict.trace.seen.map(({ text }) => text.en)).toEqual([
      'sent 0.97 SOL, 1 needed',
      expect.stringMatching(/^sent 2 SOL to .*, needed: to /),
    ])

    const signature = await ann.sendSol(shop, sol)
    const early = await judge(rule, ann.address)
    expect(early.verdict.status).toBe('pending')
    expect(early.verdict.trace.seen.at(-1)?.text.en).toMatch(/^\d+ of 3\d confirmations$/)
    await ann.settle()
    const { verdict, bundle } = await judge(rule, ann.address)
    expect(verdict).toMatchObject({
      status: 'pass',
      trace: { seen: [{ text: { en: 'sent 1 SOL', ja: '1 SOL を送りました' }, txHash: signature, wallet: `solana:${ann.address}` }] },
    })
    expect(bundle.leaves[0]?.facts[0]).toMatchObject({
      txHash: signature,
      decoded: { transfers: [{ source: ann.address, destination: shop, amount: String(sol) }] },
    })
    expect(Number(verdict.trace.seen[0]?.blockNumber)).toBeGreaterThan(0)

    expect((await judge(send({ gte: String((197n * sol) / 100n), to: shop, measure: 'total' }), ann.address)).verdict.status).toBe('pass')
    expect((await judge(send({ gte: String(2n * sol), to: shop, measure: 'total' }), ann.address)).verdict).toMatchObject({
      status: 'fail',
      trace: { next: { en: '1.97 SOL so far, 2 SOL needed.' } },
    })
    // Who receives has done nothing.
    expect((await judge(send({ gte: '1' }), shop)).verdict.status).toBe('fail')
    expect((await judge(rule, ann.address)).digest).not.toBe(early.digest)
  })

  it('adds up the transfers of one transaction and ignores one that failed', async () => {
    const bob = await solanaPayer(node.url)
    const shop = (await generateKeyPairSigner()).address
    await bob.send([bob.transfer(shop, sol / 2n), bob.transfer(shop, sol / 2n)])
    await expect(bob.sendSol(shop, 1_000n * sol)).rejects.toThrow()
    await bob.settle()
    expect((await judge(send({ gte: String(sol), to: shop }), bob.address)).verdict.status).toBe('pass')
    expect((await judge(send({ gte: String(sol + 1n), to: shop }), bob.address)).verdict.status).toBe('fail')
  })

  it('knows an SPL token by its mint and its holders by their wallets', async () => {
    const cat = await solanaPayer(node.url)
    const [mint, shop] = [await generateKeyPairSigner(), (await generateKeyPairSigner()).address]
    const space = BigInt(getMintSize())
    const rent = await cat.rpc.getMinimumBalanceForRentExemption(space).send()
    const accountOf = async (owner: typeof shop) =>
      (await findAssociatedTokenPda({ mint: mint.address, owner, tokenProgram: TOKEN_PROGRAM_ADDRESS }))[0]
    await cat.send([
      getCreateAccountInstruction({ payer: cat.signer, newAccount: mint, lamports: rent, space, programAddress: TOKEN_PROGRAM_ADDRESS }),
      getInitializeMintInstruction({ mint: mint.address, decimals: 6, mintAuthority: cat.address }),
      await getCreateAssociatedTokenIdempotentInstructionAsync({ payer: cat.signer, owner: cat.address, mint: mint.address }),
      await getCreateAssociatedTokenIdempotentInstructionAsync({ payer: cat.signer, owner: shop, mint: mint.address }),
      getMintToInstruction({ mint: mint.address, token: await accountOf(cat.address), mintAuthority: cat.signer, amount: 100_000_000n }),
    ])
    const transfer = {
      source: await accountOf(cat.address),
      mint: mint.address,
      destination: await accountOf(shop),
      authority: cat.signer,
      amount: 25_000_000n,
      decimals: 6,
    }
    await cat.send([getTransferCheckedInstruction(transfer)])
    await cat.settle()
    const token = { address: mint.address, decimals: 6, symbol: 'USDX' }
    const done = await judge(send({ gte: '25000000', to: shop, mint: token }), cat.address)
    expect(done.verdict).toMatchObject({ status: 'pass', trace: { seen: [{ text: { en: 'sent 25 USDX' } }] } })
    expect((await judge(send({ gte: '25000001', to: shop, mint: token }), cat.address)).verdict).toMatchObject({
      status: 'fail',
      trace: { seen: [{ text: { en: 'sent 25 USDX, 25.000001 needed' } }] },
    })
    expect((await judge(send({ gte: '1', to: shop }), cat.address)).verdict.status).toBe('fail')
  })
})
