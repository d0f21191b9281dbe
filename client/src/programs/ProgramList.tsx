import { useEffect, useState } from 'react'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import { askServer } from '../session/ask-server.js'
import { words } from '../text/words.js'

/** The programmes that the signed-in account may see. */
export function ProgramList() {
  const [programs, setPrograms] = useState<Program[]>()
  const [refusal, setRefusal] = useState('')

  useEffect(() => {
    askServer<{ programs: Program[] }>('GET', paths.programs).then(
      answer => setPrograms(answer.programs),
      (error: Error) => setRefusal(error.message),
    )
  }, [])

  return (
    <section aria-labelledby="programmes">
      <h2 id="programmes">{words.programmes}</h2>
      <p role="alert" className="refusal">
        {refusal}
      </p>
      {programs?.length === 0 && <p>{words.noProgramme}</p>}
      <ul className="programmes">
        {programs?.map(program => (
          <li key={program.id}>
            <span className={`phase ${program.phase}`}>{words.phase[program.phase]}</span>
            {program.mode === 'rehearsal' && <span className="phase rehearsal">{words.rehearsal}</span>}
            <strong>{program.title}</strong>
            <span className="quiet">{described(program)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** "Chuyên đề 4 · 24/09/2022 09:00 · 60 phút". */
function described({ number, plannedStart, plannedMinutes, seriesTitle }: Program): string {
  const parts = plannedStart
    ? Object.fromEntries(clock.formatToParts(new Date(plannedStart)).map(p => [p.type, p.value]))
    : null
  return [
    seriesTitle,
    number && `${words.topicNumber} ${number}`,
    parts && `${parts['day']}/${parts['month']}/${parts['year']} ${parts['hour']}:${parts['minute']}`,
    `${plannedMinutes} ${words.minutes}`,
  ]
    .filter(part => part)
    .join(' · ')
}
