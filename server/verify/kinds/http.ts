import * as z from 'zod'
import { conditionText } from './conditions.ts'
import { endpointFields, hostOf, judgeEndpoint, lintEndpoint, planEndpoint } from './endpoint.ts'
import { defineKind } from './kind.ts'
import { same } from './wording.ts'

/** A request to a project's own endpoint. `body`: JSON, sent by POST. `cacheSeconds` (default 60): how long an answer counts. */
const params = z
  .strictObject({ ...endpointFields, method: z.enum(['GET', 'POST']), body: z.json().optional() })
  .check(({ value, issues }) => {
    if (value.body !== undefined && value.method === 'GET')
      issues.push({ code: 'custom', input: value.body, path: ['body'], message: 'GET has no body' })
  })

/** What a project's endpoint says about the member's wallet. */
export const http = defineKind({
  id: 'http',
  params,
  namespace: null,
  plan: (params, scope) => planEndpoint(params, scope).map(({ query }) => query),
  judge: (params, evidence, scope) => judgeEndpoint(params, params.where, { evidence, scope }),
  describe(params) {
    const wanted = params.where.map(({ path, op, value }) => conditionText({ arg: path, op, value }, undefined))
    const host = hostOf(params.url)
    return {
      en: `Have ${host} confirm: ${wanted.map(({ en }) => en).join('; ')}`,
      ja: `${host} で確認される: ${wanted.map(({ ja }) => ja).join('、')}`,
    }
  },
  lint: (params) => lintEndpoint(params),
  form: {
    title: { en: 'Your own endpoint', ja: '自分の API' },
    summary: { en: 'Your server says whether the member passes', ja: 'あなたのサーバーがメンバーの達成を判定する' },
    fields: [
      { path: 'url', control: 'url', label: { en: 'Address', ja: 'URL' }, required: true },
      {
        path: 'method',
        control: 'choice',
        label: { en: 'Method', ja: 'メソッド' },
        options: ['GET', 'POST'].map((value) => ({ value, label: same(value) })),
      },
      { path: 'headers', control: 'json', label: { en: 'Headers', ja: 'ヘッダー' } },
      { path: 'body', control: 'json', label: { en: 'Body', ja: '本文' } },
      { path: 'chain', control: 'chain', label: { en: 'Whose wallets', ja: '対象のウォレット' } },
      { path: 'where', control: 'filters', label: { en: 'Conditions', ja: '条件' }, required: true },
      { path: 'cacheSeconds', control: 'seconds', label: { en: 'An answer counts for', ja: '回答の有効時間' } },
    ],
    example: {
      params: {
        url: 'https://api.example.org/holders/$account',
        method: 'GET',
        where: [{ path: 'score', type: 'number', op: 'gte', value: '10' }],
      },
    },
  },
})
