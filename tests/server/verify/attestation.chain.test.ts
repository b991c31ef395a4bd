import { encodeAbiParameters, type Hex, parseAbi, parseAbiParameters, zeroHash } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appB } from '#chains/definitions/app-b.ts'
import { type AddressBook, ensureAppB } from '#server/cli/stack/sampleContracts.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { artifactOf, type Contract, type ContractChain, judgeOn, startContractChain } from './contractChain.ts'

const easArtifact = '@ethereum-attestation-service/eas-contracts/artifacts/contracts/EAS.sol/EAS.json'
type Member = Awaited<ReturnType<ContractChain['member']>>
let chain: ContractChain
let book: AddressBook['appB']
let eas: Contract
let notary: Member
let evidence: ReturnType<typeof createEvidenceClient>
beforeAll(async () => {
  chain = await startContractChain(appB)
  book = await ensureAppB({ url: chain.node.url, chainId: chain.node.chainId, deployerKey: anvilKeys[1] })
  eas = { address: book.eas, abi: artifactOf(easArtifact).abi }
  notary = await chain.member()
  evidence = createEvidenceClient({ access: () => ({ readers: chain.readers, quorum: 1 }) })
})
afterAll(() => chain?.node.stop())

type Terms = { by?: Member; stars?: number; data?: Hex; expires?: bigint }

/** Attests to somebody on the published EAS; gives back the id. */
async function attest(to: Member, { by = notary, stars = 5, data, expires = 0n }: Terms = {}): Promise<Hex> {
  const encoded = data ?? encodeAbiParameters(parseAbiParameters('string, uint8'), ['coast', stars])
  const request = { recipient: to.address, expirationTime: expires, revocable: true, refUID: zeroHash, data: encoded, value: 0n }
  const receipt = await chain.call(eas, 'attest', [{ schema: book.schema, data: request }], { account: by.account })
  expect(receipt.status).toBe('success')
  return receipt.logs[0]?.data ?? zeroHash
}
const revoke = (uid: Hex) => chain.call(eas, 'revoke', [{ schema: book.schema, data: { uid, value: 0n } }], { account: notary.account })

const rule = (more: object = {}): Rule =>
  parseRule({
    kind: 'attestation',
    chain: chain.id,
    params: {
      ...{ type: 'eas', contract: book.eas, schema: book.schema, member: 'recipient', attesters: [notary.address] },
      ...{ fields: 'string trail, uint8 stars', where: [{ arg: 'stars', op: 'gte', value: '4' }] },
      ...more,
    },
  })

const judge = (rule: Rule, who: Pick<Member, 'walletId'>) => judgeOn(evidence, rule, [who])

describe('attestation on the published EAS', () => {
  it('waits for finality, then passes for whom it was made', async () => {
    const [ann, bob] = [await chain.member(), await chain.member()]
    await attest(ann)
    expect((await judge(rule(), ann)).status).toBe('pending')
    await chain.mine(2)
    expect(await judge(rule(), ann)).toMatchObject({ status: 'pass', text: 'received an attestation' })
    expect((await judge(rule(), bob)).status).toBe('fail')
    const made = rule({ member: 'attester', attesters: undefined })
    expect(await judge(made, notary)).toMatchObject({ status: 'pass', text: 'made an attestation' })
    expect((await judge(made, ann)).status).toBe('fail')
  })

  it('names each near miss: too few stars, revoked, expired, other data; and takes none of another attester', async () => {
    const [cat, dan, eve, fay, gus] = [
      await chain.member(),
      await chain.member(),
      await chain.member(),
      await chain.member(),
      await chain.member(),
    ]
    await attest(cat, { stars: 3 })
    const taken = await attest(dan)
    const soon = BigInt((await chain.control.getBlock()).timestamp) + 1000n
    await attest(eve, { expires: soon })
    await attest(fay, { by: gus })
    await attest(gus, { data: '0x1234' })
    await chain.mine(2)
    expect(await judge(rule(), cat)).toMatchObject({ status: 'fail', text: 'received an attestation, but stars was 3; needed: stars ≥ 4' })
    expect((await judge(rule(), dan)).status).toBe('pass')
    await revoke(taken)
    expect(await judge(rule(), dan)).toMatchObject({ status: 'fail', text: 'this attestation was revoked' })
    expect((await judge(rule(), eve)).status).toBe('pass')
    await chain.control.increaseTime({ seconds: 2000 })
    await chain.mine(1)
    expect(await judge(rule(), eve)).toMatchObject({ status: 'fail', text: 'this attestation has expired' })
    expect(await judge(rule(), fay)).toMatchObject({ status: 'fail', text: undefined })
    expect((await judge(rule({ attesters: undefined }), fay)).status).toBe('pass')
    expect(await judge(rule(), gus)).toMatchObject({ status: 'fail', text: 'the data of this attestation do not fit the schema' })
    await attest(dan)
    await chain.mine(2)
    expect((await judge(rule(), dan)).status).toBe('pass')
  })

  it('takes a token that can be moved only where that is allowed, and says so when there is no such contract', async () => {
    const hal = await chain.member()
    const soulbound = (more: object = {}): Rule =>
      parseRule({ kind: 'attestation', chain: chain.id, params: { type: 'sbt', contract: book.stone, ...more } })
    expect((await judge(soulbound({ transferable: true }), hal)).status).toBe('fail')
    const stone = { address: book.stone, abi: parseAbi(['function mint()']) }
    expect((await chain.call(stone, 'mint', [], { account: hal.account })).status).toBe('success')
    await chain.mine(2)
    expect(await judge(soulbound({ transferable: true }), hal)).toMatchObject({ status: 'pass', text: 'holds it' })
    expect(await judge(soulbound(), hal)).toMatchObject({
      status: 'fail',
      text: 'holds it, but the contract does not say that it is locked (ERC-5192)',
    })
    expect((await judge(soulbound({ contract: notary.address }), hal)).status).toBe('error')
  })
})
