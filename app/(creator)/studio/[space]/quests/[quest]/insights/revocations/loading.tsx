export { CardsLoading as default } from '../_parts/CardsLoading.tsx'
