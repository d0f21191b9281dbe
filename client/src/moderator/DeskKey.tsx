import { Kbd } from '@mantine/core'
import { DESK_KEYS, type DeskKeyName } from './desk-keys.js'

/** The key of a button, on the button. */
export const DeskKey = ({ name }: { name: DeskKeyName }) => (
  <Kbd ml={6} size="xs">
    {DESK_KEYS[name]}
  </Kbd>
)
