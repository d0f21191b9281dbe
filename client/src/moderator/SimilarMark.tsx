import { Text } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#protocol/paths.js'
import type { SimilarQuestions } from '#protocol/similar.js'
import { useConnection } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { SimilarQueue } from '../questions/similar-queue.js'
import { type Found, similarNow, withoutWords, worthAsking } from '../questions/similar.js'
import { askServer } from '../session/ask-server.js'
import { useDesk } from './moderator-desk.js'

const queue = new SimilarQueue<Found[]>()

/** "≈ câu 7" on a card that waits: asked for only when the card is in sight, and told as it is this moment. */
export function SimilarMark({ question }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const connection = useConnection()
  const { ref, entry } = useIntersection<HTMLSpanElement>()
  const [found, setFound] = useState<Found[]>([])
  const seen = entry?.isIntersecting ?? false
  const { id, version, verbatim = '' } = question
  const asked = JSON.stringify(worthAsking(verbatim, question.caller?.phone?.typed ?? ''))

  useEffect(() => {
    if (!seen || asked === 'null') return
    const ask = async () => {
      const body = JSON.parse(asked) as object
      const { similar } = await askServer<SimilarQuestions>('POST', paths.similar(program.id), body)
      return similar.map(withoutWords)
    }
    return queue.want(`${id} ${version}`, ask, setFound)
  }, [seen, id, version, asked, program.id])

  // Hundreds of these read the store, and only the one whose number changes is drawn again.
  const number = useSyncExternalStore(connection.subscribe, () => {
    const { data } = connection.current()
    return data && found.length > 0 ? similarNow(found, data.questions, id)[0]?.lead.number : undefined
  })
  return (
    <Text component="span" size="xs" c="orange.4" ref={ref}>
      {number !== undefined && t('card.similar', { number })}
    </Text>
  )
}
