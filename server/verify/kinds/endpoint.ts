import * as z from 'zod'
import { findChain } from '#chains/registry.ts'
import { canonicalJson } from '#server/shared/canonical.ts'
import { loopbackOrigin, outboundUrlProblem } from '#server/shared/outbound/outboundUrl.ts'
import { type LeafScope, walletsOn } from '../context.ts'
import { type EvidenceItem, type HttpQuery, itemsOf } from '../query.ts'
import type { Seen } from '../verdict.ts'
import { conditionText } from './conditions.ts'
import { type JsonCondition, jsonCondition, meetsJson } from './jsonConditions.ts'
import type { Judgement, Warning } from './kind.ts'
import { askAgain, unanswered } from './unanswered.ts'
import { same, sentences, shortHex, valueText } from './wording.ts'

/** A request that an author wrote: `$account` and `$wallet` stand for the member's wallet, `{{name}}` in a header for a secret of the space. */
export type EndpointRequest = {
  url: string
  method: 'GET' | 'POST'
  headers?: Record<string, string> | undefined
  body?: unknown
  /** Whose wallets: `$account` is the plain address, `$wallet` the CAIP-10 id `chain:address`. */
  chain?: string | undefined
  cacheSeconds?: number | undefined
}

const defaults = { chain: 'eip155:1', cacheSeconds: 60 } as const
/** Most wallets of a member that an endpoint is asked about. */
const maxWallets = 10
const placeholder = /\$(account|wallet)\b/g

export const endpointUrl = z
  .string()
  .max(1000)
  .check(({ value, issues }) => {
    const local = loopbackOrigin(value) !== null
    const problem = local ? null : outboundUrlProblem(value)
    const place = URL.canParse(value) && /[${}]/.test(new URL(value).host) ? 'no placeholder in the host' : null
    const found = problem ?? place ?? (/\{\{/.test(value) ? 'a secret stands in a header, never in the URL' : null)
    if (found) issues.push({ code: 'custom', input: value, message: found })
  })

/** What the client or the connection itself writes. */
const ownHeaders =
  /^(host|connection|content-length|transfer-encoding|te|trailer|upgrade|expect|keep-alive|accept-encoding|content-type|proxy-.*|sec-.*)$/
const headerValue = z
  .string()
  .max(500)
  .regex(/^[\x20-\x7e]*$/, 'printable ASCII without line breaks is expected')
export const endpointHeaders = z
  .record(z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'a header name in lower case is expected'), headerValue)
  .check(({ value, issues }) => {
    if (Object.keys(value).length > 10) issues.push({ code: 'custom', input: value, message: 'at most 10 headers' })
    for (const [name, text] of Object.entries(value)) {
      if (ownHeaders.test(name)) issues.push({ code: 'custom', input: text, path: [name], message: 'this header is ours to write' })
      if (/\{\{|\}\}/.test(text.replace(secretReference, '')))
        issues.push({ code: 'custom', input: text, path: [name], message: 'a secret is written {{name}}: a–z, 0–9 and _' })
    }
  })

export const secretReference = /\{\{([a-z][a-z0-9_]{0,31})\}\}/g

export const endpointFields = {
  url: endpointUrl,
  headers: endpointHeaders.optional(),
  /** CAIP-2 id of a chain of the registry. */
  chain: z
    .string()
    .refine((id) => findChain(id) !== undefined, 'a chain of the registry is expected')
    .optional(),
  where: z.array(jsonCondition).min(1).max(16),
  cacheSeconds: z.int().min(5).max(86_400).optional(),
}

/** One request for each wallet that the request names, or one for everybody. */
export function planEndpoint(request: EndpointRequest, scope: Pick<LeafScope, 'linked'>): { wallet: string | null; query: HttpQuery }[] {
  const chain = request.chain ?? defaults.chain
  const wallets = namesWallet(request) ? walletsOn(chain, scope.linked).slice(0, maxWallets) : [null]
  return wallets.map((wallet) => ({ wallet, query: queryFor(request, chain, wallet) }))
}

const namesWallet = ({ url, body }: EndpointRequest) => [url, canonicalJson(body ?? null)].some((text) => text.search(placeholder) !== -1)

function queryFor(
  { url, method, headers = {}, body, cacheSeconds = defaults.cacheSeconds }: EndpointRequest,
  chain: string,
  wallet: string | null,
): HttpQuery {
  const filled = (text: string, write: (value: string) => string) =>
    wallet === null ? text : text.replace(placeholder, (_, name) => write(name === 'account' ? wallet : `${chain}:${wallet}`))
  return {
    type: 'http',
    url: filled(url, encodeURIComponent),
    method,
    headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: canonicalJson(fillIn(body, (text) => filled(text, String))) }),
    cacheSeconds,
  }
}

function fillIn(value: unknown, fill: (text: string) => string): unknown {
  if (typeof value === 'string') return fill(value)
  if (Array.isArray(value)) return value.map((item) => fillIn(item, fill))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillIn(item, fill)]))
}

/** Why a JSON answer is none, in spite of its status; for what a protocol says in its body. */
export type AnswerProblem = (json: unknown) => boolean

/** Passes with one wallet whose answer meets every condition. Anything but a JSON answer with status 200 is no answer. */
export function judgeEndpoint(
  request: EndpointRequest,
  where: readonly JsonCondition[],
  reading: { evidence: readonly EvidenceItem[]; scope: LeafScope; isProblem?: AnswerProblem },
): Judgement {
  const { scope } = reading
  const planned = planEndpoint(request, scope)
  const chain = request.chain ?? defaults.chain
  if (planned.length === 0)
    return { status: 'fail', seen: [], next: sentences.noWallet(chain.split(':')[0] ?? ''), code: 'wallet.missing', facts: [] }
  const linked = walletsOn(chain, scope.linked)
  const items = new Map(itemsOf(reading.evidence, 'http').map((item) => [canonicalJson(item.query), item]))
  const judged = planned.map(({ wallet, query }) =>
    judgeAnswer(items.get(canonicalJson(query)), where, { host: hostOf(request.url), asked: { account: wallet, linked }, ...reading }),
  )
  return (
    judged.find(({ status }) => status === 'pass') ??
    judged.find(({ status }) => status === 'pending') ??
    judged.find(({ status }) => status === 'error') ?? {
      status: 'fail',
      seen: judged.flatMap(({ seen }) => seen).slice(0, 5),
      code: 'answer.unmet',
      facts: [],
    }
  )
}

type Answering = { host: string; asked: { account: string | null; linked: string[] }; isProblem?: AnswerProblem }

function judgeAnswer(item: EvidenceItem | undefined, where: readonly JsonCondition[], { host, asked, isProblem }: Answering): Judgement {
  const silent = unanswered(item, same(host))
  if (silent) return silent
  const record = item && itemsOf([item], 'http')[0]?.records[0]
  const json = record?.status === 200 ? readJson(record.body) : undefined
  if (json === undefined || isProblem?.(json))
    return { status: 'error', seen: [], next: askAgain(same(host)), code: 'service.away', facts: [] }
  const whose = asked.account === null ? {} : { wallet: asked.account }
  const results = where.map((condition) => ({ condition, ...meetsJson(condition, json, asked) }))
  const failed = results.find(({ ok }) => !ok)
  if (failed)
    return { status: 'fail', seen: [{ ...missed(failed.condition, failed.got, host), ...whose }], code: 'answer.unmet', facts: [] }
  const shown = results.map(({ condition, got }) => `${condition.path}: ${valueText(got[0])}`).join('; ')
  return { status: 'pass', seen: [{ text: { en: `${host} answered ${shown}`, ja: `${host} の回答: ${shown}` }, ...whose }], facts: [] }
}

function missed(condition: JsonCondition, got: readonly unknown[], host: string): Seen {
  const needed = conditionText({ arg: condition.path, op: condition.op, value: condition.value }, undefined)
  const [first] = got
  const found = first === undefined ? { en: 'nothing', ja: 'なし' } : same(typeof first === 'object' ? 'JSON' : valueText(first))
  return {
    text: {
      en: `${host} answered ${found.en} for ${condition.path}; needed: ${needed.en}`,
      ja: `${host} の回答では ${condition.path} が ${found.ja} でした(必要: ${needed.ja})`,
    },
  }
}

/** The JSON value; undefined when the text is none. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname : shortHex(url))

/** Warnings that every rule on a project's own word has. */
export function lintEndpoint(request: EndpointRequest): Warning[] {
  const warnings: Warning[] = [
    {
      code: 'self-attested',
      path: ['url'],
      message: {
        en: 'Whoever runs this endpoint decides who passes: nobody else can check it.',
        ja: 'このエンドポイントの運営者が合否を決められます。第三者は検証できません。',
      },
    },
  ]
  if (!namesWallet(request))
    warnings.push({
      code: 'same-for-all',
      path: ['url'],
      message: {
        en: 'Neither $account nor $wallet is sent: every member gets the same answer.',
        ja: '$account も $wallet も送られないため、全員が同じ回答になります。',
      },
    })
  for (const [name, value] of Object.entries(request.headers ?? {}))
    if (/^(authorization|cookie|.*(key|token|secret).*)$/.test(name) && !value.includes('{{'))
      warnings.push({
        code: 'plain-secret',
        path: ['headers', name],
        message: {
          en: 'This looks like a secret. Keep it with the space and write {{name}} here.',
          ja: '秘密の値のようです。スペースに保存し、ここには {{name}} と書いてください。',
        },
      })
  return warnings
}
