/** What every code means, out of the table in docs/errors.md, which a test compares with the codes themselves: [code, status, meaning]. */
export function readErrorTable(markdown: string): [code: string, status: number, meaning: string][] {
  return [...markdown.matchAll(/^\| `([a-z.-]+)` \| (\d{3}) \| (.+) \|$/gm)].map(([, code = '', status, meaning = '']) => [
    code,
    Number(status),
    meaning,
  ])
}

/** The same as a module, since a deployment carries no docs. */
export const writeErrorMeanings = (markdown: string): string =>
  [
    '// Made from docs/errors.md by `node server/api/public/writeGenerated.ts`. Do not change by hand.\n',
    '/** [code, status, meaning] */',
    'export const errorMeanings: readonly (readonly [code: string, status: number, meaning: string])[] = [',
    ...readErrorTable(markdown).map((row) => `  ${JSON.stringify(row)},`),
    ']\n',
  ].join('\n')
