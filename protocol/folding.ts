/**
 * The text as a search sees it: without tone marks, đ as d, lower case, punctuation as single spaces.
 * "Sổ đỏ, Hoà" and "so do hòa" fold to the same words. Agrees with PostgreSQL's `lower(unaccent())` on
 * Vietnamese letters, and both sides of the wire use this one.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
