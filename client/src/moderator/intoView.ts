/** A ref for what opens inside a column: all of it is seen, once, by as little scrolling as that takes. */
export const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })
