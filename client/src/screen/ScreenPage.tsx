import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LiveProgram, useLive } from '../live/LiveProgram.js'
import { Pairing, Waiting } from './Pairing.js'
import './ScreenPage.css'
import { ScreenView } from './ScreenView.js'
import { type Identity, askIdentity, forgetIdentity, keepIdentity, knownIdentity } from './identity.js'
import { useGlass } from './useGlass.js'

/** Between two attempts to get a code from a server that cannot be reached. Milliseconds. */
const AGAIN_MS = 3000

// A font that comes late would change every size; it is asked for before there is a text.
void document.fonts.load('700 1em "Noto Sans Variable"', 'aẪđ')

/** A browser on a monitor: without a keyboard, without an account, for hours. */
export default function ScreenPage() {
  const { t } = useTranslation()
  const [identity, setIdentity] = useState(knownIdentity)
  const [revoked, setRevoked] = useState(false)
  useGlass()
  useLayoutEffect(() => {
    document.title = `${t('desk.screen')} – ${t('product')}`
    document.documentElement.dataset['screen'] = ''
    return () => void delete document.documentElement.dataset['screen']
  }, [t])
  useEffect(() => {
    const follow = () => setIdentity(knownIdentity())
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])

  const renew = useCallback((wasRevoked: boolean) => {
    forgetIdentity()
    setRevoked(known => known || wasRevoked)
    setIdentity(null)
  }, [])
  const paired = useCallback((known: Identity) => {
    keepIdentity(known)
    setRevoked(false)
    setIdentity(known)
  }, [])

  return (
    <main>
      {identity ? (
        <Connected
          key={identity.screenId + identity.secret}
          {...{ identity, revoked, onRenew: renew, onPaired: paired }}
        />
      ) : (
        <Asking onAsked={setIdentity} />
      )}
    </main>
  )
}

function Asking({ onAsked }: { onAsked: (identity: Identity) => void }) {
  const { t } = useTranslation()
  useEffect(() => {
    let timer = 0
    let stopped = false
    const ask = () =>
      askIdentity().then(
        identity => stopped || onAsked(identity),
        () => stopped || (timer = window.setTimeout(ask, AGAIN_MS)),
      )
    void ask()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [onAsked])
  return <Waiting words={t('screen.asking')} />
}

type Props = {
  identity: Identity
  revoked: boolean
  onRenew: (wasRevoked: boolean) => void
  onPaired: (identity: Identity) => void
}

function Connected(props: Props) {
  const { screenId, secret } = props.identity
  const who = useMemo(() => ({ screenId, secret }), [screenId, secret])
  return (
    <LiveProgram who={who}>
      <Standing {...props} />
    </LiveProgram>
  )
}

/** What this browser is to the server decides what it shows; a link nobody knows any longer shows nothing. */
function Standing({ identity, revoked, onRenew, onPaired }: Props) {
  const { t } = useTranslation()
  const { data, link } = useLive()
  const kind = data?.me?.kind
  const seenKind = kind ?? identity.kind
  const refusal = link.state === 'refused' ? link.code : undefined
  // It may be an overlay: nothing of this may be seen on television.
  const silent = seenKind === 'overlay' || (!!identity.linked && !seenKind)
  const over = refusal === 'screen.revoked' && !silent
  const expired = useCallback(() => onRenew(false), [onRenew])

  useEffect(() => {
    if (!kind || (kind === identity.kind && !identity.waiting)) return
    const { waiting: _paired, ...known } = identity
    onPaired({ ...known, kind })
  }, [kind, identity, onPaired])
  useEffect(() => {
    // A code that was never used has simply run out.
    if (over) onRenew(seenKind !== undefined)
  }, [over, seenKind, onRenew])

  if (refusal === 'screen.revoked') return silent ? null : <Waiting words={t('screen.asking')} />
  if (data) return <ScreenView />
  if (silent) return null
  if (identity.waiting && !seenKind)
    return <Pairing waiting={identity.waiting} revoked={revoked} onExpired={expired} />
  return <Waiting words={t('screen.connecting')} />
}
