import { SetupFault } from './setup-fault.mjs'

const NEEDED = [20, 19]

/** Throws a clear sentence when this Node is too old for the project. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return
  throw new SetupFault(
    `Cần Node.js ${NEEDED.join('.')} trở lên, máy này có ${version}: hãy cài bản mới ở https://nodejs.org\n` +
      `Node.js ${NEEDED.join('.')} or newer is needed, this is ${version}: get a newer one at https://nodejs.org`,
  )
}
