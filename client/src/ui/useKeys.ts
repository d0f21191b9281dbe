import { useHotkeys } from '@mantine/hooks'

export type Key = [hotkey: string, act: () => void]

/**
 * Keys of the whole desk, also from inside a field: every one has Alt or Ctrl, so no letter of a text is ever one.
 * Read by their place on the keyboard, since Alt and a letter spell something else on some layouts, never in the
 * middle of a composition, and once however long it is held.
 */
export function useKeys(keys: readonly Key[]): void {
  useHotkeys(
    keys.map(([hotkey, act]) => [
      hotkey.replace(/\+(\d)$/, '+digit$1'),
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
