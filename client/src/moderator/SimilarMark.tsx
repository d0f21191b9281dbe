import { Text } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#protocol/paths.js'
import type { SimilarQuestions } from '#protocol/similar.js'
import type { DeskQuestion } from '../questions/columns.js'
import { SimilarQueue } from '../questions/similar-queue.js'
import { askServer } from '../session/ask-server.js'
import { useDesk } from './moderator-desk.js'

type Likeliest = { number: number } | null
const queue = new SimilarQueue<Likeliest>()

/** "≈ câu 7" on a card that waits, asked for only when the card is in sight. */
export function SimilarMark({ question }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const { ref, entry } = useIntersection<HTMLSpanElement>()
  const [likeliest, setLikeliest] = useState<Likeliest>(null)
  const seen = entry?.isIntersecting ?? false
  const { id, version, verbatim = '' } = question
  const phone = question.caller?.phone?.typed

  useEffect(() => {
    if (!seen) return
    const ask = async (): Promise<Likeliest> => {
      const body = { text: verbatim, ...(phone && { phone }) }
      const { similar } = await askServer<SimilarQuestions>('POST', paths.similar(program.id), body)
      const other = similar.find(one => one.question.id !== id)?.question
      return other ? { number: other.number } : null
    }
    return queue.want(`${id} ${version}`, ask, setLikeliest)
  }, [seen, id, version, verbatim, phone, program.id])

  return (
    <Text component="span" size="xs" c="orange.4" ref={ref}>
      {likeliest && t('card.similar', { number: likeliest.number })}
    </Text>
  )
}
