import type { QuestDetail } from '#app/_data/views.ts'
import { cubeArt } from '#app/_ui/credential/cubeArt.ts'
import { cubeMarkup } from '#app/_ui/credential/cubeMarkup.ts'
import { cubeBox } from '#app/_ui/credential/geometry.ts'
import { isCategory } from '#app/_ui/credential/mineral.ts'
import { localePath } from '#app/_ui/locale.ts'
import { coverPath } from '#app/_ui/quest/coverPath.ts'
import { sayReward } from '#app/_ui/quest/reward.ts'
import { say } from '#app/_ui/say.ts'
import { cutText } from './cutText.ts'
import type { EmbedOptions } from './embedPage.ts'
import { escapeMarkup } from './markup.ts'
import type { ShareTexts } from './shareTexts.ts'

/** Of the framed quest card alone: the cover above or beside the words, as there is room. */
export const questEmbedStyle = [
  ':root{color-scheme:light dark}:root.theme-light{color-scheme:light}:root.theme-dark{color-scheme:dark}',
  '*{box-sizing:border-box;margin:0}html,body,main{height:100%}',
  "body{font:15px/1.45 ui-sans-serif,system-ui,'Hiragino Sans','Noto Sans JP','Noto Sans CJK JP',sans-serif;font-variant-numeric:tabular-nums}",
  'a{display:flex;height:100%;min-height:150px;overflow:hidden;border-radius:14px;text-decoration:none;',
  'color:light-dark(#181c20,#f0f2f3);background:light-dark(#fcfdfd,#191c1f);border:1px solid light-dark(#d8dce0,#3a3f45)}',
  'a:hover{border-color:light-dark(#8b9299,#7d848b)}a:focus-visible{outline:3px solid light-dark(#8a5200,#f5b94d);outline-offset:-3px}',
  '.art{flex:none;width:38%;display:grid;place-items:center;background:light-dark(#eceef0,#121417)}',
  '.art img{display:block;width:100%;height:100%;object-fit:cover}.art svg{height:60%;max-height:132px}',
  '.text{flex:1;min-width:0;display:flex;flex-direction:column;padding:16px 18px}',
  '.by{font-size:13px;color:light-dark(#656d75,#9aa1a8);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}',
  '.title{margin-top:3px;font-size:18px;line-height:1.25;font-weight:600}',
  '.title,.sum{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden;overflow-wrap:anywhere}',
  '.sum{margin-top:6px;font-size:14px;color:light-dark(#59616a,#b3b9bf)}',
  '.facts{margin-top:auto;padding-top:8px;font-size:13px;color:light-dark(#59616a,#b3b9bf);overflow-wrap:anywhere}',
  '.state{font-weight:600}.good{color:light-dark(#1f6b46,#7fd3a4)}.pay{font-weight:600;color:light-dark(#8a5200,#f5b94d)}',
  '.see{margin-top:4px;font-size:14px;font-weight:500;text-decoration:underline;text-underline-offset:3px}',
  '@media (max-width:359px){.art{width:30%}.sum{display:none}}@media (max-height:190px){.sum{display:none}}',
].join('')

/** Where a quest stands, for who has not opened it. `now`: milliseconds. */
export function questState(quest: QuestDetail, now: number): 'publishing' | 'open' | 'soon' | 'paused' | 'ended' {
  if (quest.status === 'publishing' || quest.status === 'paused') return quest.status
  if (quest.status === 'ended' || Date.parse(quest.closesAt) <= now) return 'ended'
  return Date.parse(quest.opensAt) > now ? 'soon' : 'open'
}

/** The quest as a page of its own for a frame: one link, no script, nothing about the reader. */
export function questEmbed(
  quest: QuestDetail,
  { locale, t, format }: ShareTexts,
  { origin, theme, now }: EmbedOptions & { now: number },
): string {
  const category = isCategory(quest.category) ? quest.category : 'infrastructure'
  const address = `${origin}${localePath(locale, `/quests/${quest.family?.slug ?? quest.slug}`)}`
  const state = questState(quest, now)
  const date = format.dateTime(new Date(quest.opensAt), { day: 'numeric', month: 'short' })
  const left = Math.max(0, quest.supply - quest.completed)
  const title = say(quest.title, locale)
  const facts = [
    `<span class="state${state === 'open' ? ' good' : ''}">${escapeMarkup(state === 'soon' ? t('questState.soon', { date }) : t(`questState.${state}`))}</span>`,
    escapeMarkup(t('minutes', { count: quest.minutes })),
    escapeMarkup(t('points', { count: quest.points })),
    ...(quest.reward === null ? [] : [`<span class="pay">${escapeMarkup(sayReward(quest.reward, locale))}</span>`]),
    ...(state === 'ended' ? [] : [escapeMarkup(t('left', { count: left }))]),
  ]
  const art = quest.cover
    ? `<img src="${escapeMarkup(`${origin}${coverPath(quest.cover.picture, 'small')}`)}" alt="${escapeMarkup(say(quest.cover.alt, locale))}" width="800" height="450"/>`
    : `<svg viewBox="${cubeBox.x} ${cubeBox.y} ${cubeBox.width} ${cubeBox.height}" aria-hidden="true">${cubeMarkup(cubeArt({ quest: quest.slug, category, holder: '' }, {}))}</svg>`
  return [
    `<!DOCTYPE html><html lang="${locale}"${theme ? ` class="theme-${theme}"` : ''}><head><meta charset="utf-8"/>`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"/><meta name="robots" content="noindex"/>',
    `<title>${escapeMarkup(cutText(title, 90))} · Cairn</title><style>${questEmbedStyle}</style></head><body><main>`,
    `<a href="${escapeMarkup(address)}" target="_blank" rel="noopener"><span class="art">${art}</span><span class="text">`,
    `<span class="by">${escapeMarkup(t('quest', { space: cutText(quest.space.name, 40) }))}</span>`,
    `<span class="title">${escapeMarkup(cutText(title, 80))}</span>`,
    `<span class="sum">${escapeMarkup(cutText(say(quest.summary, locale), 120))}</span>`,
    `<span class="facts">${facts.join(' · ')}</span><span class="see">${escapeMarkup(t('questOpen'))}</span></span></a></main></body></html>`,
  ].join('')
}
