import type { IconName } from '#app/_ui/base/Icon.tsx'

/** Strokes of the icons that stand before results and commands, on the grid of `Icon`: fetched with the lists that show them. */
export const facePaths = {
  home: 'M3.6 9.4L10 4l6.4 5.4v6.8h-4.2v-4.4H7.8v4.4H3.6z',
  compass: 'M10 3.2a6.8 6.8 0 1 1 0 13.6 6.8 6.8 0 0 1 0-13.6M12.9 7.1l-1.7 4.1-4.1 1.7 1.7-4.1z',
  flag: 'M5 17V3.8M5 4.4h9.8l-2.2 3.2 2.2 3.2H5',
  layers: 'M10 3.4L16.8 7 10 10.6 3.2 7zM3.2 10.4L10 14l6.8-3.6M3.2 13.6L10 17.2l6.8-3.6',
  person: 'M10 3.4a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4M3.8 16.6a6.2 6.2 0 0 1 12.4 0',
  coin: 'M10 3.2a6.8 6.8 0 1 1 0 13.6 6.8 6.8 0 0 1 0-13.6M10 6.4l3 3.6-3 3.6L7 10z',
  globe: 'M10 3.2a6.8 6.8 0 1 1 0 13.6 6.8 6.8 0 0 1 0-13.6M3.2 10h13.6M10 3.2c2.6 2.4 2.6 11.2 0 13.6M10 3.2c-2.6 2.4-2.6 11.2 0 13.6',
  exit: 'M8.4 3.8H4.2v12.4h4.2M8 10h8.4M13 6.6l3.4 3.4-3.4 3.4',
  pen: 'M4 16l.8-3.6 8.6-8.6 2.8 2.8-8.6 8.6zM11.4 5.8l2.8 2.8',
  house: 'M3.6 16.6V6.8l4.6-3 4.6 3v9.8M12.8 9.6h3.6v7M2.6 16.6h14.8M6.6 8.8h3.2M6.6 12h3.2',
} as const

type FacePath = keyof typeof facePaths
/** What stands before a result or a command: an icon of the site, or one of these. */
export type FaceName = IconName | FacePath

export const isFacePath = (name: FaceName): name is FacePath => name in facePaths
