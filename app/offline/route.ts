export const dynamic = 'force-static'

/** What `public/sw.js` shows in place of a page while the network is away: one document that needs nothing else, in both languages. */
const notice = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Cairn</title>
<body style="font: 1.125rem/1.6 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto; padding: 0 1.5rem">
<main>
<h1 style="font-size: 1.75rem; line-height: 1.2">You are offline</h1>
<p>Nothing is lost: what you did is on chain and in our records, and what is on its way goes on without you.</p>
<p lang="ja">オフラインです。何も失われていません。処理中のものはそのまま進みます。</p>
<p><a href="" style="display: inline-block; padding: 0.5rem 0; color: inherit">Try again / <span lang="ja">再試行</span></a></p>
</main>
</body>
</html>
`

export const GET = () => new Response(notice, { headers: { 'content-type': 'text/html; charset=utf-8' } })
