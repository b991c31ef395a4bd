/** How far something is, drawn: the words beside it say the same. */
export function StageDots({ done, of }: { done: number; of: number }) {
  const places = Array.from({ length: of }, (_, place) => place)
  return (
    <span className="flex shrink-0 gap-[3px]" aria-hidden="true">
      {places.map((place) => (
        <span
          key={place}
          className={`h-4 w-1 rounded-full ${place < done ? 'bg-accent' : place === done ? 'animate-breathe bg-edge' : 'bg-line'}`}
        />
      ))}
    </span>
  )
}
