/** Texts that run in the browser on every page; everything else stays on the server. */
const everywhere = ['site', 'search', 'wallet', 'state', 'quest', 'me', 'verify', 'errors'] as const

/** The texts that a page's own components need in the browser, beside those of every page. */
export function clientTexts<M extends Readonly<Record<string, unknown>>>(messages: M, own: readonly (keyof M & string)[] = []) {
  return Object.fromEntries([...everywhere, ...own].map((name) => [name, messages[name]])) as Partial<M>
}
