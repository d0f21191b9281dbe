/** A ref for what a card holds: the card is seen from its head on. */
export const cardIntoView = (element: HTMLElement | null) => intoView(element?.closest('li') ?? null)

/** A ref for what opens inside a column: all of it is seen, once, by as little scrolling as that takes. */
export const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })
