import { useTranslations } from 'next-intl'
import { isCategory } from '#app/_ui/credential/mineral.ts'
import { chainLabel } from '#app/_ui/quest/chainNames.ts'
import type { Narrowing } from './filters.ts'

/** What a value of a filter is called in the reader's language. */
export function useFilterWords(chainNames: Readonly<Record<string, string>>) {
  const t = useTranslations('quests')
  return (name: Narrowing, value: string): string => {
    switch (name) {
      case 'q':
        return t('filter.words', { words: value })
      case 'category':
        return isCategory(value) ? t(`category.${value}`) : value
      case 'difficulty':
        return t(`difficulty.${value === '1' || value === '2' ? value : '3'}`)
      case 'minutes':
        return t('filter.upTo', { count: Number(value) })
      case 'chain':
        return value === 'none' ? t('noChain') : chainLabel(value, chainNames)
      case 'reward':
        return t('filter.paid')
      case 'state':
        return value === 'unstarted' || value === 'started' || value === 'completed' || value === 'closed'
          ? t(`state.${value}`)
          : t('state.open')
    }
  }
}
