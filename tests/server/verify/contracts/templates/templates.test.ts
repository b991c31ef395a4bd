import { createRequire } from 'node:module'
import { encodeAbiParameters, type Hex, keccak256 } from 'viem'
import { base, optimism } from 'viem/chains'
import { getAddress, getContractAddress, isAddress, toEventSelector, toFunctionSelector } from 'viem/utils'
import { describe, expect, it } from 'vitest'
import { findChain } from '#chains/registry.ts'
import { CairnError } from '#server/shared/errors.ts'
import { exampleContracts, type Published, published } from '#server/verify/contracts/templates/addresses.ts'
import { buildTemplate, templates, templateViews } from '#server/verify/contracts/templates/index.ts'
import { templateCategories } from '#server/verify/contracts/templates/template.ts'
import { solanaAddress } from '#server/verify/kinds/fields.ts'
import { lintRule } from '#server/verify/lint.ts'
import { isChainQuery } from '#server/verify/query.ts'
import { chainsOf, leavesOf, parseRule, type Rule } from '#server/verify/rule.ts'
import { describeRule, planRule } from '#server/verify/run.ts'

const wallets = ['eip155:0x00000000000000000000000000000000000a11ce', 'solana:CktRuQ2mttgRGkXJtyksdKHjUdc2C4TgDzyB98oEzy8']
const context = { accountId: 'a', wallets, questStart: '2026-01-01T00:00:00Z', joinedAt: '2026-01-01T00:00:00Z', version: 1 }

/** What is said against a template's rule; nothing where it is not named. Each is looked at: why it stays. */
const accepted: Record<string, string[]> = {
  // Routers stand between: who acted counts, whoever the pool names.
  'uniswap-v3-swap-pool': ['no-claimant'],
  // Every collection logs it: the author names the collection.
  'erc721-mint': ['no-minimum', 'spoofable-event'],
  // Prices of names are no amounts of the member.
  'ens-register': ['no-minimum', 'no-minimum'],
  // Names that are kept outside the chain do not count: said to the author.
  'ens-primary-name': ['on-chain-names'],
  // A Safe may be made for anybody: who acted counts.
  'safe-create': ['no-claimant'],
}

describe('templates', () => {
  it('have ids of their own, a known category, both languages and a field for each parameter', () => {
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length)
    for (const { id, category, title, summary, fields, example } of templates) {
      expect(templateCategories, id).toContain(category)
      for (const text of [title, summary, ...fields.map(({ label }) => label)]) {
        expect(text.en, id).not.toBe('')
        expect(text.ja, id).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]|^ID$/)
      }
      const named = new Set(fields.map(({ path }) => path))
      expect(
        Object.keys(example.params as object).filter((name) => !named.has(name)),
        id,
      ).toEqual([])
      const needed = fields.filter(({ required }) => required).map(({ path }) => path)
      expect(
        needed.filter((name) => !Object.hasOwn(example.params as object, name)),
        id,
      ).toEqual([])
    }
  })

  it.each(templates.map((template) => [template.id, template] as const))(
    '%s: its rule is read, planned, said and linted on each chain',
    (id, template) => {
      const view = templateViews().find((one) => one.id === id)
      const chains = view?.chains ?? []
      expect(chains).toContain(template.example.chain)
      for (const chain of chains) {
        const rule = template.build({ chain, params: template.example.params })
        expect(parseRule(JSON.parse(JSON.stringify(rule)))).toEqual(rule)
        expect(chainsOf(rule)[0]).toBe(chain)
        expect(
          lintRule(rule)
            .map(({ code }) => code)
            .toSorted(),
          chain,
        ).toEqual(accepted[id] ?? [])
        const planned = planRule(rule, context)
        expect(planned).toHaveLength(leavesOf(rule).length)
        for (const { queries } of planned) expect(queries.filter(isChainQuery).length).toBeGreaterThan(0)
        const said = describeRule(rule)
        // Names are of one chain only: their sentence need not say which.
        if (id === 'ens-primary-name') continue
        expect(said.en).toContain(findChain(chain)?.names.en)
        expect(said.ja).toContain(findChain(chain)?.names.ja)
      }
    },
  )

  it('refuse another chain, a missing, wrong or unknown field, and nothing as an amount, naming the field', () => {
    const refused = (input: Parameters<typeof buildTemplate>[0]) => {
      try {
        buildTemplate(input)
      } catch (error) {
        if (error instanceof CairnError) return [error.code, error.meta.field]
      }
      return 'taken'
    }
    const token = { address: published.weth.at['eip155:1'], decimals: 18, symbol: 'WETH' }
    expect(refused({ id: 'lido-stake', chain: 'eip155:8453', params: { gte: '1' } })).toEqual(['input.invalid', 'chain'])
    expect(refused({ id: 'lido-stake', chain: '__proto__', params: { gte: '1' } })).toEqual(['input.invalid', 'chain'])
    expect(refused({ id: 'lido-stake', chain: 'eip155:1', params: {} })).toEqual(['input.invalid', 'params.gte'])
    expect(refused({ id: 'lido-stake', chain: 'eip155:1', params: { gte: '0' } })).toEqual(['input.invalid', 'params.gte'])
    expect(refused({ id: 'lido-stake', chain: 'eip155:1', params: { gte: '1', more: 1 } })).toEqual(['input.invalid', 'params.more'])
    expect(refused({ id: 'erc20-hold', chain: 'eip155:1', params: { token: { ...token, address: '0x12' }, gte: '1' } })).toEqual([
      'input.invalid',
      'params.token.address',
    ])
    expect(
      refused({
        id: 'uniswap-v3-add-liquidity',
        chain: 'eip155:1',
        params: { token0: token, token1: '0x0000000000000000000000000000000000010000', gte: '1' },
      }),
    ).toEqual(['input.invalid', 'params.token1'])
    expect(refused({ id: 'constructor', chain: 'eip155:1', params: {} })).toEqual(['not-found', 'template'])
    expect(refused({ id: 'lido-stake', chain: 'eip155:1', params: { gte: '1' } })).toBe('taken')
  })
})

describe('published addresses', () => {
  const all = Object.entries({ ...published, ...exampleContracts } as Record<string, Published>).flatMap(([id, { at, source }]) =>
    Object.entries(at).map(([chain, address]) => ({ id, chain, address, source })),
  )

  it.each(all)('$id on $chain: a chain of the registry, a right checksum, a source', ({ chain, address, source }) => {
    const known = findChain(chain)
    expect(known?.local).toBe(false)
    if (known?.namespace === 'solana') expect(solanaAddress.safeParse(address).success).toBe(true)
    else expect([isAddress(address), getAddress(address)]).toEqual([true, address])
    expect(source.length).toBeGreaterThan(8)
  })

  it('are used, and templates name those that they use', () => {
    const used = new Set(templates.flatMap(({ uses }) => uses))
    expect(Object.keys(published).filter((id) => !used.has(id as keyof typeof published))).toEqual([])
    for (const { id, uses, build, example } of templates) {
      const text = JSON.stringify(build(example)).toLowerCase()
      // What an author chose may be one of them, too.
      const chosen = JSON.stringify(example).toLowerCase()
      const named = all.filter(({ address }) => text.includes(address.toLowerCase()) && !chosen.includes(address.toLowerCase()))
      const known = new Set(all.filter((one) => uses.includes(one.id as keyof typeof published)).map(({ address }) => address))
      expect(
        named.filter(({ address }) => !known.has(address)),
        id,
      ).toEqual([])
    }
  })

  it('of EAS are those of its own package', () => {
    const packages = createRequire(import.meta.url)
    const folders = { 'eip155:1': 'mainnet', 'eip155:10': 'optimism', 'eip155:8453': 'base', 'eip155:42161': 'arbitrum-one' } as const
    for (const [chain, address] of Object.entries(published.eas.at)) {
      const folder = folders[chain as keyof typeof folders]
      const deployed = packages(`@ethereum-attestation-service/eas-contracts/deployments/${folder}/EAS.json`) as { address: string }
      expect(deployed.address).toBe(address)
    }
  })

  it('of the OP bridges are those that viem publishes', () => {
    expect(published.standardBridge.at['eip155:10']).toBe(optimism.contracts.l1StandardBridge[1].address)
    expect(published.standardBridge.at['eip155:8453']).toBe(base.contracts.l1StandardBridge[1].address)
    for (const address of Object.values(published.l2StandardBridge.at)) expect(address).toBe(base.contracts.l2StandardBridge.address)
  })
})

describe('declarations in templates', () => {
  const declared = (id: string) => {
    const template = templates.find((one) => one.id === id)
    if (!template) throw new Error(id)
    return JSON.stringify(leavesOf(template.build(template.example) as Rule))
  }
  const selectors = (id: string) =>
    [...declared(id).matchAll(/"(?:function|event)":"((?:function|event) [^"]+)"/g)].map(([, text = '']) =>
      text.startsWith('event') ? toEventSelector(text) : toFunctionSelector(text),
    )

  // Topics and selectors as explorers show them for these contracts.
  it.each([
    ['uniswap-v2-swap-ether', ['0x7ff36ab5', '0xb6f9de95']],
    ['uniswap-v2-swap-token', ['0x38ed1739', '0x18cbafe5', '0x5c11d795', '0x791ac947']],
    ['uniswap-v3-swap-router', ['0x04e45aaf']],
    ['uniswap-v3-swap-pool', ['0xc42079f94a6350d7e6235f29174924f928cc2ac818eb64fed8004e115fbcca67']],
    ['uniswap-v4-universal-router', ['0x3593564c']],
    ['uniswap-v2-add-liquidity', ['0xf305d719']],
    ['uniswap-v3-add-liquidity', ['0x88316456', '0x3067048beee31b25b2f1681f88dac838c8bba36af25bfb2b7cf7473a5847e35f']],
    ['aave-v3-supply', ['0x2b627736bca15cd5381dcf80b0bf11fd197d01a037c52b927a881a10fb73ba61']],
    ['aave-v3-borrow', ['0xb3d084820fb1a9decffb176436bd02558d15fac9b0ddfed8c465bc7359d7dce0']],
    ['weth-wrap', ['0xd0e30db0']],
    ['lido-stake', ['0x96a25c8ce0baabc1fdefd93e9ed25d8e092a3332f3aa9a41722b5697231d1d1a']],
    ['arbitrum-bridge', ['0x439370b1']],
    ['safe-create', ['0x4f51faf6c4561ff95f067657e43439f0f856d97c04d9ec9070a6199ad418e235']],
    ['governor-vote', ['0xb8e138887d0aa13bab447e82de9d5c1777041ecd21ca36ba824ff1e6c07ddda4']],
  ])('%s', (id, expected) => expect(selectors(id)).toEqual(expected))

  it('name Jupiter’s swaps by the bytes of its IDL', () => {
    for (const bytes of [
      'e517cb977ae3ad2a',
      'c1209b3341d69c81',
      'd033ef977b2bed5c',
      'b0d169a89a7d453e',
      'bb64facc31c4af14',
      '9d8ab85215f4f324',
      '3560e5cad8bbfa18',
    ])
      expect(declared('jupiter-swap')).toContain(`"0x${bytes}"`)
  })

  it('names the pool that the factory of Uniswap V3 makes for USDC and WETH at 0.05 %', () => {
    const { bytecode } = createRequire(import.meta.url)('@uniswap/v3-core/artifacts/contracts/UniswapV3Pool.sol/UniswapV3Pool.json') as {
      bytecode: Hex
    }
    const pair = [exampleContracts.usdc.at['eip155:1'], published.weth.at['eip155:1'], 500] as const
    const salt = keccak256(encodeAbiParameters([{ type: 'address' }, { type: 'address' }, { type: 'uint24' }], pair))
    // The factory by npm @uniswap/sdk-core 7.19.4, addresses.
    const from = '0x1F98431c8aD98523631AE4a59f267346ea31F984'
    const made = getContractAddress({ opcode: 'CREATE2', from, salt, bytecodeHash: keccak256(bytecode) })
    expect(templates.find(({ id }) => id === 'uniswap-v3-swap-pool')?.example.params).toMatchObject({ pool: made })
  })
})
