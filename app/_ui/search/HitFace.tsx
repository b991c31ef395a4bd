import type { SearchHit } from '#app/_data/views.ts'
import { Drawing, Icon } from '#app/_ui/base/Icon.tsx'
import { Cube } from '#app/_ui/credential/Cube.tsx'
import { isCategory } from '#app/_ui/credential/mineral.ts'
import { type FaceName, facePaths, isFacePath } from './facePaths.ts'

const icons = { space: 'house', member: 'person', batch: 'layers', tx: 'right' } as const satisfies Partial<
  Record<SearchHit['kind'], FaceName>
>

/** The small picture before a result: the stone itself where there is one. */
export function HitFace({ hit }: { hit: SearchHit }) {
  if (hit.kind === 'quest' || hit.kind === 'credential') {
    const quest = hit.kind === 'quest' ? hit : hit.quest
    const category = isCategory(quest.category) ? quest.category : 'infrastructure'
    return (
      <Cube
        quest={quest.slug}
        category={category}
        holder={hit.kind === 'credential' ? hit.holder.mintedTo : ''}
        className="h-8 w-8 shrink-0"
      />
    )
  }
  return <FaceIcon name={icons[hit.kind]} />
}

export function FaceIcon({ name }: { name: FaceName }) {
  return (
    <span className="grid size-8 shrink-0 place-items-center rounded-lg bg-sunken text-muted" aria-hidden="true">
      {isFacePath(name) ? <Drawing path={facePaths[name]} className="size-[1.125rem]" /> : <Icon name={name} className="size-[1.125rem]" />}
    </span>
  )
}
