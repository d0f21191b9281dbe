import { Button, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../live/LiveProgram.js'
import { useOutbox } from '../secretary/outbox/OutboxProvider.js'

/** The script this page was made of; its name carries its content. */
const MINE = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.getAttribute('src')

async function isOld(): Promise<boolean> {
  const response = await fetch('/', { cache: 'no-store' }).catch(() => null)
  return response?.ok === true && MINE != null && !(await response.text()).includes(MINE)
}

/** A server that came back may bring other pages. Nothing is loaded by itself: somebody may be in mid-sentence. */
export function NewVersion() {
  const { t } = useTranslation()
  const outbox = useOutbox()
  const synced = useLive().link.state === 'synced'
  const [old, setOld] = useState(false)
  const [unkept, setUnkept] = useState(false)
  useEffect(() => {
    if (synced) void isOld().then(setOld)
  }, [synced])
  useEffect(() => {
    const gone = () => setOld(true)
    window.addEventListener('vite:preloadError', gone)
    return () => window.removeEventListener('vite:preloadError', gone)
  }, [])

  async function load() {
    if (await outbox.shelf.allKept()) location.reload()
    else setUnkept(true)
  }

  if (!old) return null
  return (
    <Text span size="sm" role="status">
      ● {t('strip.newVersion')}{' '}
      <Button size="compact-sm" variant="default" onClick={() => void load()}>
        {t('strip.loadVersion')}
      </Button>
      {unkept && ` ▲ ${t('strip.unkept')}`}
    </Text>
  )
}
