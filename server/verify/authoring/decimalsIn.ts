/** Every `decimals` that an author declared anywhere in parameters. */
export function decimalsIn(value: unknown): number[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, item]) => (key === 'decimals' && typeof item === 'number' ? [item] : decimalsIn(item)))
}
