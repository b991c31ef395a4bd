type Page<T> = { items: T[]; nextCursor: string | null }
type Listed<I> = Omit<I, 'cursor'>

/** All items of a list, page by page as they are asked for: `for await (const quest of all(cairn.listQuests, { category: 'defi' }))`. */
export async function* all<T, I extends { cursor?: string }>(
  list: (input: I) => Promise<Page<T>>,
  ...[input]: Partial<Listed<I>> extends Listed<I> ? [input?: Listed<I>] : [input: Listed<I>]
): AsyncGenerator<T, void, undefined> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Page<T> = await list({ ...input, ...(cursor === undefined ? {} : { cursor }) } as I)
    yield* page.items
    cursor = page.nextCursor
  }
}
