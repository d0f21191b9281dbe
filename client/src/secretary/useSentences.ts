import { useEffect, useState } from 'react'
import { type HouseEntry, inEffect } from '#protocol/house.js'
import { paths } from '#protocol/paths.js'
import { SENTENCES, type Sentence } from '#protocol/sentences.js'
import { useLive } from '../live/LiveProgram.js'
import { askServer } from '../session/ask-server.js'
import { today } from '../text/days.js'

type Sentences = Record<Sentence, string>
let fetched: Promise<Sentences> | undefined

/** What is read out to callers in this house, asked for once; the words that come with the program until then. */
export function useSentences(): Sentences {
  const [sentences, setSentences] = useState<Sentences>(SENTENCES)
  const synced = useLive().link.state === 'synced'
  useEffect(() => {
    fetched ??= askServer<{ sentences: HouseEntry[] }>('GET', paths.house('sentences')).then(own)
    fetched.then(setSentences, () => (fetched = undefined))
  }, [synced])
  return sentences
}

function own({ sentences }: { sentences: HouseEntry[] }): Sentences {
  const kept = inEffect(sentences, today())
  const ofHouse = (code: Sentence) => kept.find(entry => entry.code === code)?.name ?? SENTENCES[code]
  return { consent: ofHouse('consent'), denunciation: ofHouse('denunciation') }
}
