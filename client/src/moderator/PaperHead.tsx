import { useTranslation } from 'react-i18next'
import { useLiveState } from '../live/LiveProgram.js'
import { dayAndTime } from '../text/times.js'
import { useNow } from './ServerClock.js'
import { useDesk } from './moderator-desk.js'

/** On top of a paper: what it is, of which programme, when it was printed, and how far the programme was then. */
export function PaperHead({ title }: { title: string }) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const { revision } = useLiveState()
  const time = dayAndTime(new Date(useNow() + program.clockOffsetMs).toISOString())
  return (
    <>
      <h1>
        {title} · {program.title}
      </h1>
      <p>{t('printed.printed', { time, revision })}</p>
    </>
  )
}
