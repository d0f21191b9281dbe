import { useHotkeys } from '@mantine/hooks'

export type Key = [hotkey: string, act: () => void]

/**
 * Keys of the whole desk, also from inside a field: every one has Alt, so no letter of a text is ever one. Read by
 * their place on the keyboard, since Alt and a letter spell something else on some layouts, and never in the middle
 * of a composition.
 */
export function useKeys(keys: readonly Key[]): void {
  useHotkeys(
    keys.map(([hotkey, act]) => [
      hotkey.replace(/\+(\d)$/, '+digit$1'),
      event => {
        if (event.isComposing || event.keyCode === 229 || event.repeat) return
        event.preventDefault()
        act()
      },
      { preventDefault: false, usePhysicalKeys: true },
    ]),
    [],
  )
}
