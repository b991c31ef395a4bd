import { ButtonLink } from '#app/_ui/base/Button.tsx'

type Props = { words: { label: string; newest: string; older: string }; newest: string | null; older: string | null }

/** Back to the newest page and on to the next: plain links, so that lists are walked without any script. */
export function ListPager({ words, newest, older }: Props) {
  if (newest === null && older === null) return null
  return (
    <nav aria-label={words.label} className="mt-6 flex justify-center gap-3">
      {newest !== null && (
        <ButtonLink href={newest} look="quiet">
          {words.newest}
        </ButtonLink>
      )}
      {older !== null && (
        <ButtonLink href={older} look="quiet">
          {words.older}
        </ButtonLink>
      )}
    </nav>
  )
}
