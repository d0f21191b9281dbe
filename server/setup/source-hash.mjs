import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** One hash over files and whole folders, names and contents; what is missing counts as missing. */
export function hashOf(paths, ...more) {
  const hash = createHash('sha256')
  for (const text of more) hash.update(`${text}\0`)
  for (const path of paths) addTo(hash, path)
  return hash.digest('hex')
}

function addTo(hash, path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) {
    for (const name of readdirSync(path).sort()) if (name !== 'node_modules') addTo(hash, join(path, name))
    return
  }
  hash.update(`${path}\0${found ? found.size : 'missing'}\0`)
  if (found) hash.update(readFileSync(path))
}

/** The text of a stamp, or nothing. */
export function readStamp(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
