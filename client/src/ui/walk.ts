import { type KeyboardEvent, useEffect } from 'react'

const cardOf = (item: Element | null | undefined) => item?.querySelector<HTMLElement>('[data-card]')

/** The arrows: up and down the cards of a column, left and right to the card that is Tab's in the next one. */
export function walk(event: KeyboardEvent<HTMLElement>): void {
  const column = event.currentTarget
  const item = (event.target as HTMLElement).closest('li')
  const ways: Partial<Record<string, () => HTMLElement | null | undefined>> = {
    ArrowDown: () => (item ? cardOf(item.nextElementSibling) : cardOf(column.firstElementChild)),
    ArrowUp: () => cardOf(item?.previousElementSibling),
    Home: () => cardOf(column.firstElementChild),
    End: () => cardOf(column.lastElementChild),
    ArrowRight: () => beside(column, 1),
    ArrowLeft: () => beside(column, -1),
  }
  const target = ways[event.key]?.()
  if (!target) return
  event.preventDefault()
  target.focus()
}

/** The nearest column on that side that has a card. */
function beside(column: HTMLElement, step: 1 | -1): HTMLElement | null {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-column]')]
  for (let at = columns.indexOf(column) + step; columns[at]; at += step) {
    const card = columns[at]?.querySelector<HTMLElement>('[data-card][tabindex="0"]')
    if (card) return card
  }
  return null
}

/** The way in by keyboard: ↓ goes to the first card while the focus is nowhere in particular. */
export function useWalkIn(): void {
  useEffect(() => {
    const enter = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'ArrowDown' || event.altKey || document.activeElement !== document.body) return
      event.preventDefault()
      document.querySelector<HTMLElement>('[data-column] [data-card][tabindex="0"]')?.focus()
    }
    window.addEventListener('keydown', enter)
    return () => window.removeEventListener('keydown', enter)
  }, [])
}
