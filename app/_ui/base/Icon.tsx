/** Strokes on a 20 × 20 grid. Decorative: the words beside an icon carry the meaning. */
const paths = {
  check: 'M4.5 10.5l3.6 3.6 7.4-8',
  cross: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  clock: 'M10 3.2a6.8 6.8 0 1 1 0 13.6 6.8 6.8 0 0 1 0-13.6M10 6.4V10l2.4 1.8',
  warning: 'M10 3.4l7.2 12.8H2.8zM10 8.4v3.4M10 13.9v.1',
  out: 'M7 5h8v8M15 5L5 15',
  right: 'M4 10h12M11 5l5 5-5 5',
  copy: 'M7.5 7.5h8v8h-8zM4.5 12.5v-8h8',
  sun: 'M10 6.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8M10 2.4v1.4M10 16.2v1.4M2.4 10h1.4M16.2 10h1.4M4.6 4.6l1 1M14.4 14.4l1 1M15.4 4.6l-1 1M5.6 14.4l-1 1',
  moon: 'M16.2 11.8A6.8 6.8 0 0 1 8.2 3.8a6.8 6.8 0 1 0 8 8z',
  system: 'M3.4 4.4h13.2v8.8H3.4zM7.4 16.4h5.2',
  link: 'M8.4 11.6a3 3 0 0 0 4.3 0l2.6-2.6a3 3 0 1 0-4.3-4.3l-1 1M11.6 8.4a3 3 0 0 0-4.3 0L4.7 11a3 3 0 1 0 4.3 4.3l1-1',
  search: 'M9 3.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 0 1 9 3.6M13 13l3.8 3.8',
  shield: 'M10 2.8l6 2.2v4.6c0 3.8-2.5 6.4-6 7.6-3.5-1.2-6-3.8-6-7.6V5zM7.2 10l2 2 3.6-4',
  share: 'M10 12.6V3.6M6.6 6.6L10 3.2l3.4 3.4M5.6 9.4H4.2v7.2h11.6V9.4h-1.4',
  bell: 'M5.2 14.2V9.2a4.8 4.8 0 0 1 9.6 0v5l1.4 1.6H3.8zM8.4 17.6h3.2',
  chevron: 'M7.5 4.5L13 10l-5.5 5.5',
  down: 'M10 3.5v9.5M5.8 9.2L10 13.4l4.2-4.2M4 16.6h12',
} as const

export type IconName = keyof typeof paths

type Props = { className?: string }

export const Icon = ({ name, className }: Props & { name: IconName }) => (
  <Drawing path={paths[name]} {...(className ? { className } : {})} />
)

/** Any strokes on the same grid. */
export function Drawing({ path, className = 'size-5' }: Props & { path: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}
