import DataLoader from 'dataloader'

/**
 * Asks the database once for whatever is asked for in one moment, and for all that is asked while it answers the last:
 * two hundred screens that lose or find the server at once are a few statements, not two hundred. Nothing is remembered.
 */
export function gathered<Key, Value>(
  ask: (keys: readonly Key[]) => Promise<readonly Value[]>,
): DataLoader<Key, Value> {
  let answering: Promise<unknown> = Promise.resolve()
  const askAll = (keys: readonly Key[]) => {
    const answer = ask(keys)
    answering = answer.catch(() => {})
    return answer
  }
  const batchScheduleFn = (dispatch: () => void) => setImmediate(() => void answering.then(dispatch))
  return new DataLoader<Key, Value>(askAll, { cache: false, batchScheduleFn })
}
