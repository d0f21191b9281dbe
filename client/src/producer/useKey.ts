import { useHotkeys } from '@mantine/hooks'

/** A key of the desk, in fields too. Never in the middle of a composition, and once however long it is held. */
export function useKey(keys: string, press: () => void): void {
  useHotkeys(
    [
      [
        // Digits are named by their place too.
        keys.replace(/\+(\d)$/, '+digit$1'),
        event => {
          if (!event.isComposing && event.keyCode !== 229 && !event.repeat) press()
        },
        { usePhysicalKeys: true },
      ],
    ],
    [],
  )
}
