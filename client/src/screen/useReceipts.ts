import { useEffect, useRef } from 'react'
import { Event, type Painted, type Place } from '#protocol/live.js'
import { type LiveSource, useConnection, useLive } from '../live/LiveProgram.js'

const PLACES: Place[] = ['now', 'next', 'list']

/**
 * Tells the server what stands on the glass: read from the page itself, once the frame is drawn, and told only when
 * it changed. Whatever could not be told, and everything after a reconnection, is told again with the next pulse.
 */
export function useReceipts(): void {
  const connection = useConnection()
  const { link } = useLive()
  const told = useRef('')
  const due = useRef(false)

  // After every render: a patch, a pulse, a reconnection.
  useEffect(() => {
    if (link.state !== 'synced') told.current = ''
    if (due.current) return
    due.current = true
    requestAnimationFrame(() => {
      due.current = false
      const { data } = connection.current()
      if (!data) return
      const painted = standing()
      afterFrame(() => tell(connection, { painted, revision: data.revision }, told))
    })
  })
}

function tell(connection: LiveSource, message: Painted, told: { current: string }): void {
  const key = JSON.stringify(message.painted)
  if (key === told.current || connection.current().link.state !== 'synced') return
  told.current = key
  connection.say(Event.painted, message).then(
    ack => {
      if (!(ack as { ok: boolean }).ok) told.current = ''
    },
    () => (told.current = ''),
  )
}

/** Every question that can be seen, once, at its most prominent place. */
function standing(): Painted['painted'] {
  const seen = new Map<string, Painted['painted'][number]>()
  for (const element of document.querySelectorAll<HTMLElement>('[data-place][data-question]')) {
    if (element.getClientRects().length === 0) continue
    const { place, question, version } = element.dataset
    const entry = { questionId: question!, version: Number(version), place: place as Place }
    const known = seen.get(entry.questionId)
    if (!known || PLACES.indexOf(entry.place) < PLACES.indexOf(known.place)) seen.set(entry.questionId, entry)
  }
  return [...seen.values()]
}

/** Called inside a frame: a message is delivered after that frame is drawn. */
function afterFrame(then: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => {
    port1.close()
    then()
  })
  port1.start()
  port2.postMessage(null)
}
