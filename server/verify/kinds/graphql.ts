import * as z from 'zod'
import { conditionText } from './conditions.ts'
import { type EndpointRequest, endpointFields, hostOf, judgeEndpoint, lintEndpoint, planEndpoint } from './endpoint.ts'
import { defineKind } from './kind.ts'

/** A query to a GraphQL endpoint, such as a subgraph. `where` looks into the whole answer: paths begin with `data`. */
const params = z.strictObject({
  ...endpointFields,
  query: z
    .string()
    .min(1)
    .max(10_000)
    .regex(/^\s*(query\b|\{|fragment\b)/, 'a query is expected')
    .refine((text) => !/\b(mutation|subscription)\b\s*[\w({]/.test(text), 'only queries: no mutation, no subscription'),
  variables: z.record(z.string().regex(/^[_A-Za-z][_0-9A-Za-z]{0,63}$/), z.json()).optional(),
})
type Params = z.infer<typeof params>

const requestOf = ({ url, headers, chain, cacheSeconds, query, variables = {} }: Params): EndpointRequest => ({
  url,
  headers,
  chain,
  cacheSeconds,
  method: 'POST',
  body: { query, variables },
})

/** An answer with errors is none, even with status 200 and half of its data (GraphQL over HTTP). */
const hasErrors = (json: unknown) =>
  json === null ||
  typeof json !== 'object' ||
  !('data' in json) ||
  ('errors' in json && Array.isArray(json.errors) && json.errors.length > 0)

/** What a subgraph or another GraphQL endpoint says about the member's wallet. */
export const graphql = defineKind({
  id: 'graphql',
  params,
  namespace: null,
  plan: (params, scope) => planEndpoint(requestOf(params), scope).map(({ query }) => query),
  judge: (params, evidence, scope) => judgeEndpoint(requestOf(params), params.where, { evidence, scope, isProblem: hasErrors }),
  describe(params) {
    const wanted = params.where.map(({ path, op, value }) => conditionText({ arg: path.replace(/^data\./, ''), op, value }, undefined))
    const host = hostOf(params.url)
    return {
      en: `Have the data of ${host} show: ${wanted.map(({ en }) => en).join('; ')}`,
      ja: `${host} のデータで確認される: ${wanted.map(({ ja }) => ja).join('、')}`,
    }
  },
  lint: (params) => lintEndpoint(requestOf(params)),
  form: {
    title: { en: 'Subgraph or GraphQL', ja: 'サブグラフ・GraphQL' },
    summary: { en: 'A query says whether the member passes', ja: 'クエリの結果でメンバーの達成を判定する' },
    fields: [
      { path: 'url', control: 'url', label: { en: 'Address', ja: 'URL' }, required: true },
      { path: 'query', control: 'text', label: { en: 'Query', ja: 'クエリ' }, required: true },
      { path: 'variables', control: 'json', label: { en: 'Variables', ja: '変数' } },
      { path: 'headers', control: 'json', label: { en: 'Headers', ja: 'ヘッダー' } },
      { path: 'chain', control: 'chain', label: { en: 'Whose wallets', ja: '対象のウォレット' } },
      { path: 'where', control: 'filters', label: { en: 'Conditions', ja: '条件' }, required: true },
      { path: 'cacheSeconds', control: 'seconds', label: { en: 'An answer counts for', ja: '回答の有効時間' } },
    ],
    example: {
      params: {
        url: 'https://api.example.org/subgraph',
        query: 'query ($owner: String!) { positions(where: { owner: $owner }) { id liquidity } }',
        variables: { owner: '$account' },
        where: [{ path: 'data.positions.*.liquidity', type: 'number', op: 'gt', value: '0' }],
      },
    },
  },
})
