import { describe, expect, it } from 'vitest'
import { referenceOf, type ShownOperation } from '#app/_data/reference.ts'
import { literalOf } from '#app/_ui/reference/snippets.ts'
import { openApiDocument } from '#server/api/public/openApi.ts'
import { createCairn } from '#server/api/public/sdk/client.ts'

const origin = 'https://cairn.test'
const reference = referenceOf(openApiDocument(origin), origin)
const operations = reference.groups.flatMap(({ operations }) => operations)

/** What the SDK would send for a snippet of it, which is run. */
async function sentBy({ sdk }: ShownOperation) {
  let sent: { url: string; method: string; body: string | null } | null = null
  const ask: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    sent = { url: request.url, method: request.method, body: request.body === null ? null : await request.text() }
    return new Response('{}', { headers: { 'content-type': 'application/json' } })
  }
  await new Function('cairn', `return (async () => { ${sdk} })()`)(createCairn({ origin, fetch: ask }))
  if (sent === null) throw new Error('nothing was sent')
  return sent as { url: string; method: string; body: string | null }
}

describe('snippets', () => {
  it.each(operations)('$id: curl and the SDK send the same', async (operation) => {
    const { url, method, body } = await sentBy(operation)
    const { curl } = operation
    expect(curl.split(' \\\n')[0]).toBe(`curl${method === 'GET' ? '' : ` -X ${method}`} ${url.includes('?') ? `'${url}'` : url}`)
    expect(url).not.toMatch(/[{}]|undefined|\bnull\b/)
    expect(curl.includes('Bearer $CAIRN_KEY')).toBe(operation.scope !== null)
    const said = /-d '(.*)'$/s.exec(curl)?.[1]
    if (said !== undefined) expect(JSON.parse(said)).toEqual(JSON.parse(body ?? ''))
  })

  it('write values as people do, without changing them', () => {
    const value = { plain: 'a', quoted: "it's", double: 'say "a"', 'not-a-name': [1, null, true], nested: { text: 'a: b' } }
    const text = literalOf(value)
    expect(text).toContain("plain: 'a'")
    expect(new Function(`return (${text})`)()).toEqual(value)
  })
})

describe('the reference', () => {
  it('has every route, every named type that a route names, and every code', () => {
    expect(operations.length).toBe(Object.values(openApiDocument(origin).paths).flatMap((byMethod) => Object.keys(byMethod)).length)
    const names = new Set(reference.types.map(({ name }) => name))
    const named = operations.flatMap(({ answer, body }) => [answer.type, body ?? '']).filter((type) => /^[A-Z]\w+$/.test(type))
    expect(named.filter((name) => !names.has(name))).toEqual([])
    expect(named.length).toBeGreaterThan(30)
    expect(reference.problems.map(({ code }) => code)).toContain('key.expired')
  })
})
