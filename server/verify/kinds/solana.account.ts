import * as z from 'zod'
import type { LeafScope } from '../context.ts'
import { type EvidenceItem, itemsOf, type SolanaAccountRecord } from '../query.ts'
import type { Text } from '../verdict.ts'
import type { Components } from './abi.ts'
import { checkUnits, refuser, units, where } from './abiParams.ts'
import { conditionText, toJson } from './conditions.ts'
import { solanaAddress, uint } from './fields.ts'
import { toInteger } from './filters.ts'
import { idlAccount } from './idl.ts'
import { defineKind, type Warning } from './kind.ts'
import { bytesNeeded, checkReading, componentsOf, layout, readBytes } from './layout.ts'
import { type Findings, settle } from './settling.ts'
import { accountAddress, addressFor, isPersonal, pda } from './solanaAddressOf.ts'
import { checkSolana, checkSolanaFilters, readable } from './solanaFilters.ts'
import { amountText, chainName, same, sentences, shortHex, valueText } from './wording.ts'

/**
 * An account as it is now: at an address, at the member's own (`$account`), or at one that a program derives (`pda`). It must be there; `owner`: the program
 * that owns it; `lamports`: at least so many; `where`: conditions on its data, read by an IDL (`account`) or at places (`layout`).
 */
const params = z
  .strictObject({
    address: accountAddress.optional(),
    pda: pda.optional(),
    owner: solanaAddress.optional(),
    lamports: uint.optional(),
    account: idlAccount.optional(),
    layout: layout.optional(),
    where: where.optional(),
    units: units.optional(),
  })
  .check((context) => {
    const { value } = context
    const refuse = refuser(context)
    if ((value.address === undefined) === (value.pda === undefined)) refuse(['address'], 'either an address or a derived one')
    checkReading(readingOf(value), { idl: 'account', layout: 'layout' }, refuse)
    const inputs = componentsOf(readingOf(value))
    checkSolanaFilters(value.where, inputs, refuse)
    checkUnits(value.units, inputs, refuse)
  })

type Params = z.infer<typeof params>

const readingOf = ({ account, layout: places }: Pick<Params, 'account' | 'layout'>) => ({ idl: account, layout: places })
const sol = { decimals: 9, symbol: 'SOL' }

/** An account's state now. Read at the leaf's finality, and at the head to tell "not yet final" from "not there". */
export const solanaAccount = defineKind({
  id: 'solana.account',
  params,
  namespace: 'solana',
  plan(params, { chain, wallets, finality }) {
    const tags = finality === 'latest' ? (['latest'] as const) : ([finality, 'latest'] as const)
    const bytes = bytesNeeded(readingOf(params))
    const addresses = new Set(wallets.flatMap((wallet) => addressFor(params, wallet) ?? []))
    return [...addresses].flatMap((address) => tags.map((at) => ({ type: 'solana.account' as const, chain, address, bytes, at })))
  },
  judge(params, evidence, scope) {
    const findings: Findings = { matches: [], misses: [] }
    const inputs = componentsOf(readingOf(params))
    for (const { record, wallet } of accountsIn(evidence, params, scope)) look(record, { params, inputs, wallet, scope, findings })
    const judgement = settle(findings, (matches) => matches.length > 0, { evidence, scope })
    // The same account at two tags says the same thing twice.
    if (judgement.status === 'pass') return { ...judgement, seen: judgement.seen.slice(0, 1), facts: judgement.facts.slice(0, 1) }
    if (judgement.status === 'pending' && findings.matches.length > 0)
      return { ...judgement, seen: judgement.seen.slice(-2), next: sentences.waitForFinality() }
    return judgement.status === 'fail' ? { ...judgement, seen: judgement.seen.slice(0, 1) } : judgement
  },
  captures: (params) => componentsOf(readingOf(params)),
  describe(params, { chain }) {
    const inputs = componentsOf(readingOf(params))
    const conditions = (params.where ?? []).map((condition) => conditionText(readable(condition, inputs), params.units))
    const parts: Text[] = [
      ...(params.owner ? [{ en: `owned by ${shortHex(params.owner)}`, ja: `所有者は ${shortHex(params.owner)}` }] : []),
      ...(params.lamports
        ? [{ en: `at least ${amountText(BigInt(params.lamports), sol)}`, ja: `${amountText(BigInt(params.lamports), sol)} 以上` }]
        : []),
      ...conditions,
    ]
    const what = nameOf(params)
    return {
      en: `Have ${what.en} on ${chainName(chain).en}${parts.length === 0 ? '' : ` (${parts.map(({ en }) => en).join('; ')})`}`,
      ja: `${chainName(chain).ja} に${what.ja}がある${parts.length === 0 ? '' : `(条件: ${parts.map(({ ja }) => ja).join('、')})`}`,
    }
  },
  lint: lintOf,
  form: {
    title: { en: 'Solana account', ja: 'Solana のアカウント' },
    summary: { en: 'An account holds certain data', ja: 'アカウントが特定のデータを持っている' },
    fields: [
      { path: 'address', control: 'solanaAddress', label: { en: 'Address', ja: 'アドレス' } },
      { path: 'pda', control: 'json', label: { en: 'Derived address', ja: '派生アドレス' } },
      { path: 'owner', control: 'solanaAddress', label: { en: 'Owned by program', ja: '所有するプログラム' } },
      { path: 'lamports', control: 'amount', label: { en: 'At least so much SOL', ja: 'SOL の最小量' } },
      { path: 'account', control: 'json', label: { en: 'Account from the IDL', ja: 'IDL のアカウント' } },
      { path: 'layout', control: 'json', label: { en: 'Values in the data', ja: 'データ内の値' } },
      { path: 'where', control: 'filters', label: { en: 'Conditions', ja: '条件' } },
      { path: 'units', control: 'units', label: { en: 'Units', ja: '単位' }, rare: true },
    ],
    example: { chain: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp', params: { address: '$account', lamports: '100000000' } },
  },
})

function lintOf(params: Params): Warning[] {
  const warnings: Warning[] = []
  const named = (params.where ?? []).some(({ value }) => [value].flat().some((item) => item === '$account' || item === '$linked'))
  if (!isPersonal(params) && !named)
    warnings.push({
      code: 'not-personal',
      path: ['address'],
      message: {
        en: 'Nothing names the member: either everyone passes or nobody.',
        ja: 'メンバーを示す条件がないため、全員が達成するか、誰も達成できないかのどちらかになります。',
      },
    })
  if (params.owner === undefined && params.where !== undefined)
    warnings.push({
      code: 'no-owner',
      path: ['owner'],
      message: {
        en: 'Without the owning program any data of that shape counts.',
        ja: '所有プログラムの指定がないため、同じ形のデータなら何でも達成とみなされます。',
      },
    })
  return warnings
}

function nameOf({ address, account, pda: derived }: Params): Text {
  if (address === '$account') return { en: 'your wallet', ja: 'あなたのウォレット' }
  if (account) return { en: `a “${account.name}” account`, ja: `「${account.name}」アカウント` }
  const program = shortHex(derived?.program ?? '')
  if (derived) return { en: `an account of the program ${program}`, ja: `プログラム ${program} のアカウント` }
  return { en: `the account ${shortHex(address ?? '')}`, ja: `アカウント ${shortHex(address ?? '')}` }
}

type Found = { record: SolanaAccountRecord; wallet: string }

/** Records of this chain that are at the address meant for a wallet, each with that wallet. */
function accountsIn(evidence: readonly EvidenceItem[], params: Params, scope: LeafScope): Found[] {
  const meant = scope.wallets.map((wallet) => ({ wallet, address: addressFor(params, wallet) }))
  return itemsOf(evidence, 'solana.account')
    .filter(({ query }) => query.chain === scope.chain)
    .flatMap(({ query, records }) => records.filter(({ address }) => address === query.address))
    .flatMap((record) => meant.filter(({ address }) => address === record.address).map(({ wallet }) => ({ record, wallet })))
}

type Looking = { params: Params; inputs: Components; wallet: string; scope: LeafScope; findings: Findings }

function look(record: SolanaAccountRecord, { params, inputs, wallet, scope, findings }: Looking) {
  const { block } = record
  const source = { chain: scope.chain, blockNumber: block.number, wallet: `solana:${wallet}` }
  const miss = (text: Text, met: number) => void findings.misses.push({ seen: { text, ...source }, met })
  const lamports = toInteger(record.lamports)
  const shown = shortHex(record.address)
  if (record.owner === null || lamports === null)
    return miss({ en: `the account ${shown} does not exist`, ja: `アカウント ${shown} は存在しません` }, 0)
  if (params.owner !== undefined && record.owner !== params.owner) {
    const [found, wanted] = [shortHex(record.owner), shortHex(params.owner)]
    return miss({ en: `owned by ${found}, needed: ${wanted}`, ja: `所有者は ${found} です(必要: ${wanted})` }, 1)
  }
  if (params.lamports !== undefined && lamports < BigInt(params.lamports)) {
    const [have, need] = [amountText(lamports, sol), amountText(BigInt(params.lamports), sol)]
    return miss({ en: `holds ${have}, ${need} needed`, ja: `保有量は ${have} です(必要: ${need})` }, 2)
  }
  const args = readBytes(record.data, readingOf(params))
  if (args === null) return miss({ en: 'the account holds data of another kind', ja: 'アカウントのデータの形式が異なります' }, 3)
  const checked = checkSolana(params.where ?? [], { inputs, args }, { account: wallet, linked: scope.wallets })
  if (!checked.ok) {
    const needed = conditionText(checked.failed, params.units)
    const got = checked.got === undefined ? { en: 'nothing', ja: 'なし' } : same(valueText(checked.got, params.units?.[checked.failed.arg]))
    const { arg } = checked.failed
    return miss({ en: `${arg} is ${got.en}; needed: ${needed.en}`, ja: `${arg} は ${got.ja} です(必要: ${needed.ja})` }, 4 + checked.met)
  }
  findings.matches.push({
    blockNumber: block.number,
    time: block.time,
    amount: lamports,
    decoded: { inputs, args },
    seen: { text: { en: `the account ${shown} is as wanted`, ja: `アカウント ${shown} は条件を満たしています` }, ...source },
    fact: {
      ...source,
      blockHash: block.hash,
      call: 'account',
      decoded: { address: record.address, owner: record.owner, lamports: record.lamports, args: toJson(args) },
    },
  })
}
