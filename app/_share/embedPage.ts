import { cubeMarkup } from '#app/_ui/credential/cubeMarkup.ts'
import { cubeBox } from '#app/_ui/credential/geometry.ts'
import { localePath } from '#app/_ui/locale.ts'
import { cutText } from './cutText.ts'
import { escapeMarkup } from './markup.ts'
import type { ShareTexts } from './shareTexts.ts'
import type { ShownCredential } from './shown.ts'

/** Of the framed card alone. `theme-light` and `theme-dark` are for a site whose colours are not those of the reader's system. */
export const embedStyle = [
  ':root{color-scheme:light dark}:root.theme-light{color-scheme:light}:root.theme-dark{color-scheme:dark}',
  '*{box-sizing:border-box;margin:0}html,body,main{height:100%}',
  "body{font:15px/1.45 ui-sans-serif,system-ui,'Hiragino Sans','Noto Sans JP','Noto Sans CJK JP',sans-serif;font-variant-numeric:tabular-nums}",
  'a{display:flex;gap:18px;align-items:center;height:100%;min-height:132px;padding:16px 20px;border-radius:14px;text-decoration:none;',
  'color:light-dark(#181c20,#f0f2f3);background:light-dark(#fcfdfd,#191c1f);border:1px solid light-dark(#d8dce0,#3a3f45)}',
  'a:hover{border-color:light-dark(#8b9299,#7d848b)}a:focus-visible{outline:3px solid light-dark(#8a5200,#f5b94d);outline-offset:-3px}',
  'svg{flex:none;height:100px;width:87px}.text{min-width:0}.title{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden;',
  'overflow-wrap:anywhere;font-size:17px;line-height:1.3;font-weight:600}',
  '.line{display:block;margin-top:4px;color:light-dark(#59616a,#b3b9bf);overflow-wrap:anywhere}',
  '.good{color:light-dark(#1f6b46,#7fd3a4);font-weight:600}.bad{color:light-dark(#b3261e,#ff9a8f);font-weight:600}.open{font-weight:600}',
  '.see{display:block;margin-top:6px;font-size:14px;font-weight:500;text-decoration:underline;text-underline-offset:3px}',
].join('')

export type EmbedOptions = { origin: string; theme: 'light' | 'dark' | null }

/** The credential as a page of its own for a frame: one link, no script, nothing about the reader. */
export function embedPage(shown: ShownCredential, { locale, t }: ShareTexts, { origin, theme }: EmbedOptions): string {
  const address = `${origin}${localePath(locale, `/explorer/credentials/${shown.index}`)}`
  const tone = shown.standing === 'final' ? 'good' : shown.standing === 'revoked' || shown.standing === 'expired' ? 'bad' : 'open'
  const facts = [shown.serial, shown.points].filter((fact) => fact !== null).join(' · ')
  return page({ locale, theme, title: shown.title }, [
    `<a href="${escapeMarkup(address)}" target="_blank" rel="noopener">`,
    `<svg viewBox="${cubeBox.x} ${cubeBox.y} ${cubeBox.width} ${cubeBox.height}" aria-hidden="true">${cubeMarkup(shown.art)}</svg>`,
    `<span class="text"><span class="title">${escapeMarkup(cutText(shown.title, 80))}</span>`,
    `<span class="line"><span class="${tone}">${escapeMarkup(shown.stands)}</span> · ${escapeMarkup(facts)}</span>`,
    `<span class="line">${escapeMarkup(t('by', { holder: cutText(shown.holder, 24) }))}</span>`,
    `<span class="see">${escapeMarkup(t('see'))}</span></span></a>`,
  ])
}

/** What a frame shows for a credential that does not exist. */
export const embedNothing = ({ locale, t }: ShareTexts, { origin, theme }: EmbedOptions, words: 'none' | 'questNone' = 'none'): string =>
  page({ locale, theme, title: t(words) }, [
    `<a href="${escapeMarkup(`${origin}${localePath(locale, '/')}`)}" target="_blank" rel="noopener">`,
    `<span class="text"><span class="title">${escapeMarkup(t(words))}</span></span></a>`,
  ])

type Head = { locale: string; theme: EmbedOptions['theme']; title: string }

const page = ({ locale, theme, title }: Head, body: string[]): string =>
  [
    `<!DOCTYPE html><html lang="${locale}"${theme ? ` class="theme-${theme}"` : ''}><head><meta charset="utf-8"/>`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"/><meta name="robots" content="noindex"/>',
    `<title>${escapeMarkup(cutText(title, 90))} · Cairn</title><style>${embedStyle}</style></head><body><main>${body.join('')}</main></body></html>`,
  ].join('')
