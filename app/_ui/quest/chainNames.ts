/** What a chain is called on the page until the API names it. */
export function chainLabel(chain: string, names: Readonly<Record<string, string>>): string {
  return names[chain] ?? chain
}
