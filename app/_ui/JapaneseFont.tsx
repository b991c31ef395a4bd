'use client'

import dynamic from 'next/dynamic'

/** A chunk of its own, so that pages in English pay nothing for the Japanese face. */
export const JapaneseFont = dynamic(() => import('./JapaneseFace.tsx'), { loading: () => null })
