import DataLoader from 'dataloader'

/**
 * Asks the database once for whatever is asked for in one moment: two hundred screens that lose or find the server at
 * once are a statement, not two hundred. Nothing is remembered.
 */
export const gathered = <Key, Value>(
  ask: (keys: readonly Key[]) => Promise<readonly Value[]>,
): DataLoader<Key, Value> => new DataLoader<Key, Value>(ask, { cache: false, batchScheduleFn: setImmediate })
