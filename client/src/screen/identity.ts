import { paths } from '#protocol/paths.js'
import type { ScreenKind, UnpairedScreen } from '#protocol/screen.js'
import { askServer } from '../session/ask-server.js'

const KEPT = 'screen'
/** How long the server keeps a code. Milliseconds. */
export const CODE_MS = 10 * 60_000

/** Who this browser is to the server. */
export type Identity = {
  screenId: string
  secret: string
  /** From the link: nothing is kept here. */
  linked?: true
  /** While it waits to be paired. */
  waiting?: { code: string; askedAt: number }
  /** What it was when last heard of: an overlay stays silent even before it is connected. */
  kind?: ScreenKind
}

/**
 * The identity this browser has: the link's, `/screen#<screenId>.<secret>`, for a browser source that keeps no
 * storage; else the one kept from before. `/screen#new` forgets what was kept.
 */
export function knownIdentity(): Identity | null {
  const [screenId, secret] = location.hash.slice(1).split('.')
  if (screenId && secret) return { screenId, secret, linked: true }
  if (location.hash === '#new') {
    forgetIdentity()
    return null
  }
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Identity | null
  } catch {
    return null
  }
}

export function keepIdentity(identity: Identity): void {
  if (identity.linked) return
  try {
    localStorage.setItem(KEPT, JSON.stringify(identity))
  } catch {
    // No storage here: it holds until the page is closed.
  }
}

export function forgetIdentity(): void {
  if (location.hash) history.replaceState(null, '', location.pathname + location.search)
  try {
    localStorage.removeItem(KEPT)
  } catch {
    // Nothing was kept.
  }
}

let asked: Promise<Identity> | undefined

/** Asks for a new identity with a code. Asked twice at the same time it is still one. */
export function askIdentity(): Promise<Identity> {
  asked ??= askServer<UnpairedScreen>('POST', paths.screens)
    .then(({ screenId, secret, code }) => {
      const identity: Identity = { screenId, secret, waiting: { code, askedAt: Date.now() } }
      keepIdentity(identity)
      return identity
    })
    .finally(() => {
      asked = undefined
    })
  return asked
}
