const place = 'cairn.arrival'

/** Where this tab came from: kept from the first quest it saw, since later pages come from ours. */
export function arrival(): string {
  const now = JSON.stringify({
    referrer: document.referrer.slice(0, 2048),
    ref: new URLSearchParams(location.search).get('ref')?.slice(0, 200),
  })
  try {
    const kept = sessionStorage.getItem(place) ?? now
    sessionStorage.setItem(place, kept)
    return kept
  } catch {
    return now
  }
}

/** The code of the link that brought this tab here, for the start of a quest. */
export function arrivalRef(): { ref?: string } {
  const { ref } = JSON.parse(arrival()) as { ref?: string }
  return ref === undefined ? {} : { ref }
}
