import { useHotkeys } from '@mantine/hooks'

/**
 * The desk's shortcuts, wherever the cursor is. By the key's place on the board, since Alt changes the letter on
 * some of them; never while an input method is composing, and once per press.
 */
export function useKeys(keys: Record<string, () => void>): void {
  useHotkeys(
    Object.entries(keys).map(([key, act]) => [
      key,
      event => {
        if (event.isComposing || event.keyCode === 229) return
        event.preventDefault()
        if (!event.repeat) act()
      },
      { preventDefault: false, usePhysicalKeys: true },
    ]),
    [],
  )
}
