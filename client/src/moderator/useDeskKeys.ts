import { type Key, useKeys } from '../ui/useKeys.js'

const dialogStands = () => document.querySelector('[aria-modal="true"]') !== null

/**
 * Keys of the desk that wait while a dialog stands before it: what is pressed there is not meant for a card behind.
 * `inDialog` for what is used within one.
 */
export function useDeskKeys(keys: readonly Key[], inDialog = false): void {
  useKeys(keys.map(([key, act]): Key => [key, () => (inDialog || !dialogStands()) && act()]))
}
