/** A chain's mark: its letters on a tint that its id gives it. Our own drawing; the words beside it carry the meaning. */
export function ChainMark({ chain, icon }: { chain: string; icon: string }) {
  return (
    <svg viewBox="0 0 32 32" className="size-8 shrink-0" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill={`oklch(0.44 0.08 ${hueOf(chain)})`} />
      <text
        x="16"
        y="16.5"
        textAnchor="middle"
        dominantBaseline="central"
        fontSize={icon.length > 2 ? 10 : 13}
        fontWeight="600"
        fill="#fff"
      >
        {icon}
      </text>
    </svg>
  )
}

/** Degrees around the colour circle: ids that differ by one are far apart there. */
function hueOf(chain: string): number {
  return ([...chain].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 0) * 137) % 360
}
