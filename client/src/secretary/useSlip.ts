import { useEffect, useState } from 'react'
import { v4 as newId } from 'uuid'
import type { Program } from '#protocol/program.js'
import { serverNow } from '../live/live-connection.js'
import { useConnection, useLiveState } from '../live/LiveProgram.js'
import { useSession } from '../session/Session.js'
import { useOutbox, useUnsent } from './outbox/OutboxProvider.js'
import { ME } from './outbox/neighbours.js'
import { type PaperDraft, paperDraft } from './paper.js'
import { BLANK, type Slip, type Typed } from './slip.js'
import { type SlipFault, slipFaults } from './slip-faults.js'

/** The slip of a programme that is open in this window; not ready until what was left open is there again. */
export function useEntered(): boolean {
  const outbox = useOutbox()
  const { programId } = useLiveState()
  useEffect(() => void outbox.enter(programId), [outbox, programId])
  return useUnsent().entered === programId
}

/** The slip on this desk: typed, kept, and given over to the outbox, which leaves a blank one at once. */
export function useSlip(line: string | undefined) {
  const { account } = useSession()
  const connection = useConnection()
  const program = useLiveState().program as Program
  const outbox = useOutbox()
  useUnsent()
  const slip = outbox.openIn(program.id)
  /** A pile of slips on paper is typed in one after the other. */
  const [onPaper, setOnPaper] = useState<PaperDraft | null>(null)
  const [faults, setFaults] = useState<SlipFault[]>([])

  const houseTime = () => serverNow(connection.current())
  const blank: Typed = { ...BLANK, paper: onPaper }
  const begun = (typed = blank): Slip => ({
    ...typed,
    id: newId(),
    accountId: account.id,
    programId: program.id,
    run: program.run,
    takenAt: new Date(houseTime()).toISOString(),
    line: null,
    sameAsId: null,
    stage: 'open',
    how: 'logged',
    holder: ME,
    order: 0,
    touchedAt: 0,
    commands: { revise: newId(), move: newId() },
    sent: false,
    retyped: false,
    flight: null,
    failures: 0,
    refusal: null,
  })
  /** As it is this moment, whatever was rendered last. */
  const latest = () => outbox.openIn(program.id)

  function change(part: Partial<Typed>) {
    const now = latest() ?? begun()
    setFaults([])
    outbox.put({ ...now, ...part, retyped: now.sent, refusal: null })
  }

  /** Gives the slip over; or says why not, and leaves everything as it was typed. */
  function send(how: 'logged' | 'advised', { sameAsId = null as string | null } = {}): SlipFault[] {
    const now = latest()
    // A second press of the key finds the next slip blank: the cursor stays where the next call begins.
    if (!now) return []
    const found = slipFaults(now, houseTime())
    setFaults(found)
    if (found.length === 0) outbox.queue(now, { how, line: line ?? null, sameAsId })
    return found
  }

  /** Nothing of a denunciation leaves the desk: what was typed is gone before anything is sent. */
  function divert() {
    setFaults([])
    outbox.divert({ ...(latest() ?? begun()), line: line ?? null })
  }

  function aside() {
    setFaults([])
    outbox.aside(program.id)
  }

  function discard() {
    setFaults([])
    const now = latest()
    if (now) outbox.remove(now.id)
  }

  /** Between a caller on the line and a slip written by hand; what is typed stays. */
  function turnPaper() {
    const paper = typed.paper ? null : paperDraft(houseTime())
    setOnPaper(paper)
    if (slip) change({ paper })
  }

  /** What was written on a slip that can no longer be sent, on a new one. */
  function copy({ id, ...old }: Slip) {
    outbox.aside(program.id)
    const { caller, verbatim, nature, topicId, priority, direct, note, paper } = old
    outbox.put(begun({ caller, verbatim, nature, topicId, priority, direct, note, paper }))
    outbox.remove(id)
  }

  const typed: Typed = slip ?? blank
  return { typed, slip, change, send, divert, aside, discard, turnPaper, copy, faults }
}
