const explorerLists = [
  '/explorer/txs',
  '/explorer/txs?kind=revoke&state=refused',
  '/explorer/inbox',
  '/explorer/withdrawals',
  '/explorer/provers',
]

/** Every public page of a running site, those with a parameter by what the site itself links to. */
export async function publicPages(url: string): Promise<string[]> {
  const fixed = [
    '/',
    '/quests',
    '/quests?category=defi&q=zzz',
    '/explorer',
    '/explorer/batches',
    ...explorerLists,
    '/leaderboard',
    '/developers',
    '/search',
    '/search?q=cairn',
    '/me',
    '/me/inbox',
    '/studio',
    '/nowhere',
  ]
  // What the sample quests are grouped by.
  const groups = ['/spaces/cairn', '/collections/first-stones', '/collections/real-contracts', '/seasons/season-1']
  const linked = await Promise.all(
    [
      ['/quests', /href="(\/quests\/[a-z0-9-]+)"/],
      ['/explorer/batches', /href="(\/explorer\/batches\/\d+)"/],
      ['/explorer/txs?kind=mint', /href="(\/explorer\/txs\/[0-9a-f-]{36})"/],
      ['/explorer/txs?kind=ledger', /href="(\/explorer\/txs\/0x[0-9a-f]{64})"/],
      ['/explorer/inbox', /href="(\/explorer\/txs\/inbox-\d+)"/],
    ].map(([path, pattern]) => firstLink(`${url}${path}`, pattern as RegExp)),
  )
  const credential = await firstCredential(url)
  const holder = credential === null ? null : await firstLink(`${url}${credential}`, /href="(\/people\/[^"]+)"/)
  return [...fixed, ...groups, ...[...linked, credential, holder].filter((path) => path !== null)]
}

async function firstLink(address: string, pattern: RegExp): Promise<string | null> {
  const text = await (await fetch(address)).text()
  return pattern.exec(text)?.[1] ?? null
}

/** A credential page, found by its number: the first one, when there is any. */
async function firstCredential(url: string): Promise<string | null> {
  const path = '/explorer/credentials/0'
  return (await fetch(`${url}${path}`)).ok ? path : null
}
