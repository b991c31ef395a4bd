'use client'

/** The last resort, when even the layout failed: no texts, no style sheet, so both languages and plain HTML. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body style={{ font: '1.125rem/1.6 system-ui, sans-serif', maxWidth: '32rem', margin: '20vh auto', padding: '0 1.5rem' }}>
        <title>Cairn</title>
        <h1>This page cannot be shown right now.</h1>
        <p>Nothing is lost: what you did is on chain and in our records.</p>
        <p lang="ja">ただいま表示できません。記録は失われていません。</p>
        <button type="button" onClick={reset} style={{ font: 'inherit', padding: '0.5rem 1rem' }}>
          Try again / 再試行
        </button>
      </body>
    </html>
  )
}
