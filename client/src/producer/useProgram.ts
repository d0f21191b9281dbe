import { useCallback, useRef, useState } from 'react'
import { paths } from '#protocol/paths.js'
import type { PatchProgram, Phase, Program } from '#protocol/program.js'
import { useCommand } from '../commands/useCommand.js'
import { useLiveState } from '../live/LiveProgram.js'

/**
 * The programme and what its producer may do with it. One command at a time: the answer to one can be there before
 * the news of it, and the next must name the version that it made.
 */
export function useProgram() {
  const send = useCommand()
  const program = useLiveState().program as Program
  const answered = useRef(0)
  const [busy, setBusy] = useState(false)

  const command = useCallback(
    async (method: string, path: string, body: Record<string, unknown>) => {
      setBusy(true)
      const answer = await send<{ program: Program }>(method, path, body)
      if (answer) answered.current = answer.program.version
      setBusy(false)
    },
    [send],
  )
  const version = () => Math.max(program.version, answered.current)

  return {
    program,
    busy,
    patch: (part: Pick<PatchProgram, 'intakeOpen' | 'plannedMinutes' | 'plannedStart' | 'clockOffsetMs'>) =>
      command('PATCH', paths.program(program.id), { ...part, version: version() }),
    enter: (phase: Phase) => command('POST', paths.phase(program.id), { phase, version: version() }),
    rehearse: (on: boolean) => command('POST', paths.rehearsal(program.id), { on }),
    wipe: () => command('DELETE', paths.rehearsal(program.id), {}),
    blank: (on: boolean) => send('PUT', paths.blank(program.id), { on }),
  }
}
