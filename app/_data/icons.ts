/** Icons for home screens, by file name. `margin`: a maskable icon is cut to any shape within its inner four fifths. */
export const icons = {
  '192.png': { size: 192, margin: 0.12, purpose: 'any' },
  '512.png': { size: 512, margin: 0.12, purpose: 'any' },
  'maskable-512.png': { size: 512, margin: 0.24, purpose: 'maskable' },
  'apple-180.png': { size: 180, margin: 0.16, purpose: null },
} as const

export type IconFile = keyof typeof icons
export const iconFiles = Object.keys(icons) as IconFile[]
/** Behind the mark on a home screen: the paper of the light theme. */
export const iconGround = '#f2f4f5'
