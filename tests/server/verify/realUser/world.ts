import { encodeAbiParameters, type Hex, parseAbiParameters, type TransactionReceipt, zeroHash } from 'viem'
import { appA } from '#chains/definitions/app-a.ts'
import { ensureAppA, ensureAppB } from '#server/cli/stack/sampleContracts.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { addAccounts } from '../accountWorld.ts'
import { artifactOf, type Contract, type ContractChain, type Member, startContractChain } from '../contractChain.ts'
import { deployAaveV3 } from './aaveMarket.ts'
import { openTokens } from './tokens.ts'
import { deployUniswapV2 } from './uniswapPairs.ts'
import { openUniswapV3 } from './uniswapPools.ts'

/** One local chain with published contracts of every sort on it, and an evidence client that reads it as it reads any chain. */
export async function startRealWorld() {
  const chain = await startContractChain(appA)
  const target = { url: chain.node.url, chainId: chain.node.chainId }
  const [book, { eas, schema, stone }] = await Promise.all([
    ensureAppA({ ...target, deployerKey: anvilKeys[1] }),
    ensureAppB({ ...target, deployerKey: anvilKeys[2] }),
  ])
  await chain.control.setBalance({ address: chain.bank.address, value: 10n ** 24n })
  const tokens = await openTokens(chain, { ...book, stone })
  for (const token of [tokens.weth, tokens.impostor]) await chain.must(token, 'deposit', [], { value: 10n ** 22n })
  return {
    chain,
    evidence: createEvidenceClient({ access: () => ({ readers: chain.readers, quorum: 1 }) }),
    ...tokens,
    v2: await deployUniswapV2(chain, tokens),
    v3: await openUniswapV3(chain, book, tokens),
    aave: await deployAaveV3(chain, tokens),
    eas: await openEas(chain, { eas, schema }),
    accounts: await addAccounts(chain),
    /** Somebody who is not the member of any row. */
    friend: await chain.member(),
    shop: await chain.member(),
  }
}

export type RealWorld = Awaited<ReturnType<typeof startRealWorld>>

type Attestation = { by?: Member; stars?: number; data?: Hex; expires?: bigint }

/** The published EAS with the sample schema, and a notary whose attestations count. */
async function openEas(chain: ContractChain, book: { eas: Hex; schema: Hex }) {
  const eas: Contract = {
    address: book.eas,
    abi: artifactOf('@ethereum-attestation-service/eas-contracts/artifacts/contracts/EAS.sol/EAS.json').abi,
  }
  const notary = await chain.member()
  return {
    ...eas,
    schema: book.schema,
    notary,

    async attest(to: Hex, { by = notary, stars = 5, data, expires = 0n }: Attestation = {}) {
      const encoded = data ?? encodeAbiParameters(parseAbiParameters('string, uint8'), ['coast', stars])
      const request = { recipient: to, expirationTime: expires, revocable: true, refUID: zeroHash, data: encoded, value: 0n }
      return chain.call(eas, 'attest', [{ schema: book.schema, data: request }], { account: by.account })
    },
    async uidOf(attesting: Promise<TransactionReceipt>): Promise<Hex> {
      const [attested] = (await attesting).logs
      return attested?.data ?? zeroHash
    },
    revoke: (by: Member, uid: Hex) =>
      chain.call(eas, 'revoke', [{ schema: book.schema, data: { uid, value: 0n } }], { account: by.account }),
  }
}
