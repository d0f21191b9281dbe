import { v4 as newId } from 'uuid'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import { useCommand } from '../commands/useCommand.js'
import { serverNow } from '../live/live-connection.js'
import { useConnection, useLiveState } from '../live/LiveProgram.js'
import { useKept } from '../ui/kept.js'

/** Numbers that this browser had set aside. A wipe of the rehearsal begins another run and takes them back. */
export type Range = { from: number; to: number; at: string; run: number }
/** `asked` was sent and not answered: asking again under the same id sets nothing aside twice. */
type Kept = { ranges: Range[]; asked: { id: string; count: number } | null }

/** What this browser had set aside stays in sight, so that printing again needs no new numbers. */
export function useRanges() {
  const connection = useConnection()
  const { programId, program } = useLiveState()
  const { run } = program as Program
  const command = useCommand()
  const [kept, put, latest] = useKept<Kept>(`paper:${programId}`, Infinity)

  async function reserve(count: number): Promise<Range | null> {
    const before = latest() ?? { ranges: [], asked: null }
    const asked = before.asked?.count === count ? before.asked : { id: newId(), count }
    put({ ...before, asked })
    const range = await command<{ from: number; to: number }>('POST', paths.paperRanges(programId), asked)
    if (!range) return null
    const reserved = { ...range, at: new Date(serverNow(connection.current())).toISOString(), run }
    put({ ranges: [...before.ranges, reserved], asked: null })
    return reserved
  }

  return { ranges: (kept?.ranges ?? []).filter(range => range.run === run), reserve }
}
