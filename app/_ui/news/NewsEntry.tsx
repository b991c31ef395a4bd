'use client'

import dynamic from 'next/dynamic'

/** A chunk of its own, so that who is not signed in pays nothing for it. */
export const NewsEntry = dynamic(() => import('./NewsButton.tsx').then(({ NewsButton }) => NewsButton), { loading: () => null })
