import { createHash } from 'node:crypto'

const hashOf = (style: string) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** Policy of a drawing: its own style sheet by its hash, and nothing else. */
export const drawingPolicy = (style: string): string => `default-src 'none'; style-src ${hashOf(style)}; frame-ancestors 'none'; sandbox`

/** Policy of a card that other sites may frame: no script, no form, no request but for pictures of ours where it shows some. */
export const framedPolicy = (style: string, { pictures = false } = {}): string =>
  `default-src 'none'; style-src ${hashOf(style)};${pictures ? " img-src 'self';" : ''} base-uri 'none'; form-action 'none'; frame-ancestors *`
