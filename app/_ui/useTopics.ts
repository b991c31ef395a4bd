'use client'

import { useEffect, useEffectEvent } from 'react'

const pauseMs = 1200

/**
 * Listens to topics while the component is on the page. Bursts become one call at their start and one at their end.
 * With `atOnce` there is one call, too, when the first connection stands.
 */
export function useTopics(topics: string[], onChange: () => void, atOnce = false) {
  const latest = useEffectEvent(onChange)
  const key = topics.join(',')
  useEffect(() => {
    if (key === '') return
    let stop = () => {}
    let gone = false
    let timer: ReturnType<typeof setTimeout> | null = null
    let again = false
    const fire = () => {
      if (timer) {
        again = true
        return
      }
      latest()
      timer = setTimeout(() => {
        timer = null
        if (again) {
          again = false
          fire()
        }
      }, pauseMs)
    }
    import('#app/_client/events.ts').then(({ listen }) => {
      if (!gone) stop = listen(key.split(','), fire, atOnce)
    })
    return () => {
      gone = true
      stop()
      if (timer) clearTimeout(timer)
    }
  }, [key, atOnce])
}
