import * as z from 'zod'
import type { LeafScope } from '../context.ts'
import type { Text } from '../verdict.ts'
import { judgeDeployed, mostNonces, planDeployed } from './deployedBy.ts'
import { ensChain, judgeEnsName, planEnsName } from './ensName.ts'
import { defineKind, type Warning } from './kind.ts'
import { durationText } from './measures.ts'
import { type Assess, factAt, judgeState, type Look, type Opinion, planState, type Subject, seenAt } from './stateReading.ts'
import { uintOf } from './stateValue.ts'
import { judgeAge, planAge } from './walletAge.ts'
import { chainName, sentences, shortHex } from './wording.ts'

/**
 * The wallet itself. `transactions`: sent so far (its nonce). `age`: seconds since the first one. `deployed`: contracts that it created and that have code.
 * `smartAccount`: whether it has code, a delegation (EIP-7702) included. `ensPrimaryName`: a name that it claims and that leads back to it, under `suffix`.
 */
const params = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('transactions'), gte: z.int().min(1).max(1_000_000) }),
  z.strictObject({ what: z.literal('age'), seconds: z.int().min(60).max(630_720_000) }),
  z.strictObject({ what: z.literal('deployed'), gte: z.int().min(1).max(100) }),
  z.strictObject({ what: z.literal('smartAccount'), is: z.boolean() }),
  z.strictObject({
    what: z.literal('ensPrimaryName'),
    suffix: z
      .string()
      .regex(/^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){0,3}$/, 'a name without leading dot in lower case expected, such as eth or base.eth')
      .optional(),
  }),
])

type Params = z.infer<typeof params>

/** What a wallet is and did, beside its contracts and coins. */
export const evmAccount = defineKind({
  id: 'evm.account',
  params,
  namespace: 'eip155',
  chains: ({ what }) => (what === 'ensPrimaryName' ? [ensChain] : []),
  plan(params, scope, read) {
    if (params.what === 'age') return planAge(scope)
    if (params.what === 'deployed') return planDeployed(params.gte, { scope, read })
    if (params.what === 'ensPrimaryName') return planEnsName({ scope, read })
    return planState('now', subjectsOf(params, scope), { scope, read })
  },
  judge(params, evidence, scope) {
    const reading = { scope, read: evidence }
    if (params.what === 'age') return judgeAge(params.seconds, reading)
    if (params.what === 'deployed') return judgeDeployed(params.gte, reading)
    if (params.what === 'ensPrimaryName') return judgeEnsName(params.suffix, reading)
    return judgeState('now', subjectsOf(params, scope), assessor(params, scope), reading)
  },
  describe: (params, { chain }) => describe(params, chainName(chain)),
  captures: ({ what }) => (what === 'ensPrimaryName' ? [{ name: 'name', type: 'string' }] : []),
  lint,
  form: {
    title: { en: 'The wallet itself', ja: 'ウォレット自体' },
    summary: {
      en: 'A wallet has a history, an age, deployed contracts, code or an ENS name',
      ja: 'ウォレットの履歴・経過期間・デプロイ・コード・ENS 名',
    },
    fields: [
      {
        path: 'what',
        control: 'choice',
        label: { en: 'What', ja: '対象' },
        required: true,
        options: [
          { value: 'transactions', label: { en: 'Transactions sent', ja: '送信したトランザクション数' } },
          { value: 'age', label: { en: 'Age', ja: '最初のトランザクションからの期間' } },
          { value: 'deployed', label: { en: 'Contracts deployed', ja: 'デプロイしたコントラクト数' } },
          { value: 'smartAccount', label: { en: 'Smart account', ja: 'スマートアカウント' } },
          { value: 'ensPrimaryName', label: { en: 'ENS primary name', ja: 'ENS プライマリネーム' } },
        ],
      },
      {
        path: 'gte',
        control: 'integer',
        label: { en: 'At least', ja: '最小数' },
        when: { path: 'what', is: ['transactions', 'deployed'] },
      },
      { path: 'seconds', control: 'seconds', label: { en: 'At least this old', ja: '最短の期間' }, when: { path: 'what', is: ['age'] } },
      {
        path: 'is',
        control: 'toggle',
        label: { en: 'It is one', ja: 'スマートアカウントである' },
        when: { path: 'what', is: ['smartAccount'] },
      },
      { path: 'suffix', control: 'text', label: { en: 'Name under', ja: '親の名前' }, when: { path: 'what', is: ['ensPrimaryName'] } },
    ],
    example: { chain: 'eip155:1', params: { what: 'transactions', gte: 10 } },
  },
})

type ByState = Extract<Params, { what: 'transactions' | 'smartAccount' }>

function subjectsOf({ what }: ByState, { wallets }: LeafScope): Subject[] {
  return wallets.map((wallet) => ({
    wallet,
    reads: [{ what: what === 'transactions' ? ('nonce' as const) : ('code' as const), address: wallet }],
  }))
}

function assessor(params: ByState, scope: LeafScope): Assess {
  return (looks) =>
    looks.map((look) => (params.what === 'transactions' ? onCount(look, params.gte, scope) : onCode(look, params.is, scope)))
}

function onCount(look: Look, gte: number, scope: LeafScope): Opinion {
  const count = uintOf(look.values[0])
  if (count === null) return { unreadable: sentences.cannotRead(scope.chain) }
  const ok = count >= BigInt(gte)
  const text = ok
    ? { en: `has sent ${count} transactions`, ja: `トランザクションを ${count} 件送信しています` }
    : { en: `has sent ${count} transactions, ${gte} needed`, ja: `送信したトランザクションは ${count} 件です(必要: ${gte} 件)` }
  return opinion(look, { ok, met: Number(count), text, decoded: { transactions: count.toString() } }, scope)
}

function onCode(look: Look, is: boolean, scope: LeafScope): Opinion {
  const [code = null] = look.values
  if (code === null || !/^0x([0-9a-f]{2})*$/.test(code)) return { unreadable: sentences.cannotRead(scope.chain) }
  const ok = (code !== '0x') === is
  return opinion(
    look,
    { ok, met: 0, text: codeText(code, ok), decoded: { code: code.length > 200 ? `${code.slice(0, 200)}…` : code } },
    scope,
  )
}

/** The designator of EIP-7702: an ordinary account that lets a contract's code act for it. */
const delegated = /^0xef0100([0-9a-f]{40})$/

function codeText(code: string, ok: boolean): Text {
  const to = delegated.exec(code)?.[1]
  const found: Text =
    code === '0x'
      ? { en: 'is an ordinary account without code', ja: 'コードのない通常のアカウントです' }
      : to === undefined
        ? { en: 'is a smart account', ja: 'スマートアカウントです' }
        : { en: `is delegated to ${shortHex(`0x${to}`)} (EIP-7702)`, ja: `${shortHex(`0x${to}`)} に委任されています(EIP-7702)` }
  if (ok) return found
  return code === '0x'
    ? { en: `${found.en}, a smart account is needed`, ja: `${found.ja}(必要: スマートアカウント)` }
    : { en: `${found.en}, an account without code is needed`, ja: `${found.ja}(必要: コードのないアカウント)` }
}

type Said = { ok: boolean; met: number; text: Text; decoded: Record<string, unknown> }

function opinion(look: Look, { ok, met, text, decoded }: Said, scope: LeafScope): Opinion {
  return { ok, met, seen: seenAt(look, text, scope), facts: [factAt(look, 'account', { chain: scope.chain, decoded })] }
}

function describe(params: Params, on: Text): Text {
  switch (params.what) {
    case 'transactions':
      return {
        en: `Have sent at least ${params.gte} transactions on ${on.en}`,
        ja: `${on.ja} で ${params.gte} 件以上のトランザクションを送信している`,
      }
    case 'age': {
      const age = durationText(params.seconds)
      return {
        en: `Have a wallet whose first transaction on ${on.en} is ${age.en} old`,
        ja: `${on.ja} での最初のトランザクションから ${age.ja}以上たっている`,
      }
    }
    case 'deployed':
      return {
        en: `Have deployed at least ${params.gte} contracts on ${on.en}`,
        ja: `${on.ja} に ${params.gte} 件以上のコントラクトをデプロイしている`,
      }
    case 'smartAccount':
      return params.is
        ? { en: `Have a smart account on ${on.en}`, ja: `${on.ja} でスマートアカウントを使っている` }
        : { en: `Have an ordinary account without code on ${on.en}`, ja: `${on.ja} でコードのない通常のアカウントを使っている` }
    case 'ensPrimaryName':
      return params.suffix === undefined
        ? { en: 'Have an ENS primary name', ja: 'ENS のプライマリネームを設定している' }
        : { en: `Have an ENS primary name under .${params.suffix}`, ja: `.${params.suffix} の ENS プライマリネームを設定している` }
  }
}

function lint(params: Params): Warning[] {
  const warnings: Warning[] = []
  const warn = (code: string, path: string, message: Text) => warnings.push({ code, path: [path], message })
  if (params.what === 'transactions' && params.gte < 5)
    warn('cheap', 'gte', { en: 'A few transactions cost next to nothing.', ja: '数件のトランザクションはほとんど費用がかかりません。' })
  if (params.what === 'age')
    warn('archive', 'seconds', { en: 'Needs an archive node of this chain.', ja: 'このチェーンのアーカイブノードが必要です。' })
  if (params.what === 'deployed')
    warn('bounded', 'gte', {
      en: `Only contracts that the wallet itself created with its first ${mostNonces} transactions count; those of factories do not.`,
      ja: `ウォレット自身が最初の ${mostNonces} 件のトランザクションで作成したコントラクトだけを数えます。ファクトリー経由は含みません。`,
    })
  if (params.what === 'smartAccount' && !params.is)
    warn('everyone', 'is', { en: 'Almost every fresh wallet passes.', ja: '新しいウォレットのほとんどが達成できます。' })
  if (params.what === 'ensPrimaryName')
    warn('on-chain-names', 'suffix', {
      en: 'Names that are kept outside the chain (such as cb.id and many names of apps) cannot be proven and do not count.',
      ja: 'チェーン外で管理される名前(cb.id やアプリ発行の名前など)は確認できないため対象外です。',
    })
  return warnings
}
