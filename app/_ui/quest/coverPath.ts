/** Where a picture is; its name is its content's, so it is fetched once. */
export const coverPath = (picture: string, size: 'large' | 'small' = 'large') =>
  `/api/covers/${picture}${size === 'small' ? '?size=small' : ''}`
