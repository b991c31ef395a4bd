import { encodeAbiParameters, parseAbi, parseAbiParameters, zeroHash } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appB } from '#chains/definitions/app-b.ts'
import { type AddressBook, ensureAppB } from '#server/cli/stack/sampleContracts.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { artifactOf, type Contract, type ContractChain, judgeOn, type Member, startContractChain } from './contractChain.ts'

const easArtifact = '@ethereum-attestation-service/eas-contracts/artifacts/contracts/EAS.sol/EAS.json'
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

/** The notary attests to somebody on the published EAS. */
async function attest(to: Member) {
  const data = encodeAbiParameters(parseAbiParameters('string, uint8'), ['coast', 5])
  const request = { recipient: to.address, expirationTime: 0n, revocable: true, refUID: zeroHash, data, value: 0n }
  await chain.must(eas, 'attest', [{ schema: book.schema, data: request }], { account: notary.account })
}

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
