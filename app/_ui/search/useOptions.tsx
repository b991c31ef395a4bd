'use client'

import { useTranslations } from 'next-intl'
import type { SearchHit } from '#app/_data/views.ts'
import { commandsFor, fits } from './commands.ts'
import { FaceIcon, HitFace } from './HitFace.tsx'
import { useHitLine } from './hitLine.ts'
import { hitKinds } from './hits.ts'
import type { Option, OptionGroup } from './PaletteList.tsx'
import { useSearch } from './useSearch.ts'

/** What the palette offers for what is typed, and how much that is in a sentence. */
export function useOptions(typed: string, signedIn: boolean): { groups: OptionGroup[]; found: string } {
  const t = useTranslations('search')
  const lineOf = useHitLine()
  const { hits, failed, searching } = useSearch(typed)
  const query = typed.trim()
  const commands = commandsFor({ signedIn })
    .map((command) => ({ command, words: t(`command.${command.id}.words`) }))
    .filter(({ command, words }) => fits(query, `${words} ${t(`command.${command.id}.also`)}`))
  const commandGroup = (name: 'pages' | 'actions'): OptionGroup => ({
    name,
    words: t(name),
    options: commands
      .filter(({ command }) => command.group === name)
      .map(({ command, words }) => ({
        id: command.id,
        face: <FaceIcon name={command.icon} />,
        title: words,
        note: null,
        deed: command.deed,
      })),
  })
  const hitGroup = (kind: SearchHit['kind']): OptionGroup => ({
    name: kind,
    words: t(`kind.${kind}`),
    options: hits
      .filter((hit) => hit.kind === kind)
      .map((hit): Option => {
        const { id, href, title, note } = lineOf(hit)
        return { id, face: <HitFace hit={hit} />, title, note, deed: { do: 'go', href } }
      }),
  })
  const groups = [commandGroup('pages'), commandGroup('actions'), ...hitKinds.map(hitGroup)].filter(({ options }) => options.length > 0)
  const count = groups.reduce((sum, { options }) => sum + options.length, 0)
  const found =
    query === '' ? t('hint') : failed ? t('failed') : searching ? t('searching') : count === 0 ? t('nothing') : t('count', { count })
  return { groups, found }
}
