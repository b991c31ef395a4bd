/** A call as snippets show it. `body`: JSON, or the text of a file. */
export type ShownCall = {
  id: string
  method: string
  path: string
  needsKey: boolean
  params: readonly { name: string; example: unknown }[]
  query: readonly { name: string; example: unknown }[]
  body: { type: string; example: unknown } | null
}

const filled = ({ path, params }: ShownCall) =>
  params.reduce((text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(String(example))), path)

/** The call on a command line. */
export function curlOf(origin: string, call: ShownCall): string {
  const { method, needsKey, query, body } = call
  const asked = new URLSearchParams(query.map(({ name, example }) => [name, String(example)])).toString()
  const address = `${origin}${filled(call)}${asked === '' ? '' : `?${asked}`}`
  const parts = [
    `curl${method === 'GET' ? '' : ` -X ${method}`} ${asked === '' ? address : `'${address}'`}`,
    ...(needsKey ? ['-H "authorization: Bearer $CAIRN_KEY"'] : []),
    ...(body === null ? [] : [`-H 'content-type: ${body.type}'`]),
    ...(body === null ? [] : [body.type === 'application/json' ? `-d '${JSON.stringify(body.example)}'` : '--data-binary @list.csv']),
  ]
  return parts.join(' \\\n  ')
}

/** The call with our SDK. */
export function sdkOf({ id, params, query, body }: ShownCall): string {
  const fields = Object.fromEntries([...params, ...query].map(({ name, example }) => [name, example]))
  const input = body === null ? fields : { ...fields, body: body.example }
  return `await cairn.${id}(${Object.keys(input).length === 0 ? '' : literalOf(input)})`
}

/** A value as people write it in TypeScript. */
export function literalOf(value: unknown, indent = ''): string {
  const inner = `${indent}  `
  if (typeof value === 'string') return /['\\\n]/.test(value) ? JSON.stringify(value) : `'${value}'`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Array.isArray(value)
    ? value.map((item) => literalOf(item, inner))
    : Object.entries(value).map(([name, member]) => `${/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`}: ${literalOf(member, inner)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const line = `${open}${Array.isArray(value) ? '' : ' '}${members.join(', ')}${Array.isArray(value) ? '' : ' '}${close}`
  if (members.length === 0) return `${open}${close}`
  return line.length <= 70 && !line.includes('\n')
    ? line
    : `${open}\n${members.map((member) => `${inner}${member},\n`).join('')}${indent}${close}`
}
