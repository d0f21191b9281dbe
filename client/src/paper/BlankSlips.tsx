import { Button, NativeSelect, NumberInput, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { useLiveState } from '../live/LiveProgram.js'
import { dayAndTime } from '../text/times.js'
import { BlankSlip } from './BlankSlip.js'
import { FORMATS, type Format, sheetsOf } from './sheets.js'
import { type Range, useRanges } from './paper-ranges.js'

/** A box of slips is printed before the programme; more at once is a slip of the key. */
const MOST = 1000

/** Numbers set aside, and slips to write on under them, as the printer will have them. */
export function BlankSlips() {
  const { t } = useTranslation()
  const program = useLiveState().program as Program
  const { ranges, reserve } = useRanges()
  const [count, setCount] = useState<number | string>(10)
  const [format, setFormat] = useState<Format>('half')
  const [chosen, setChosen] = useState<Range | null>(ranges.at(-1) ?? null)
  const [from, setFrom] = useState<number | string>(chosen?.from ?? '')
  const [to, setTo] = useState<number | string>(chosen?.to ?? '')
  const [asking, setAsking] = useState(false)

  function choose(range: Range) {
    setChosen(range)
    setFrom(range.from)
    setTo(range.to)
  }

  const ready = Number.isInteger(count) && Number(count) >= 1 && Number(count) <= MOST
  async function ask() {
    if (!ready || asking) return
    setAsking(true)
    const range = await reserve(Number(count))
    if (range) choose(range)
    setAsking(false)
  }

  const sheets = chosen ? sheetsOf(chosen, Number(from), Number(to), format) : []
  const slips = sheets.flat().length
  return (
    <main className="paper">
      <div className="paper-tools">
        <Title order={1} size="h4">
          {t('paper.title')}
        </Title>
        <Text size="sm" c="dark.2">
          {t('paper.why')}
        </Text>
        <form
          className="paper-row"
          onSubmit={event => {
            event.preventDefault()
            void ask()
          }}
        >
          <NumberInput
            size="xs"
            label={t('paper.count')}
            value={count}
            min={1}
            max={MOST}
            clampBehavior="none"
            error={!ready && t('paper.countOdd')}
            onChange={setCount}
            autoFocus
          />
          <Button size="xs" type="submit" loading={asking} disabled={!ready}>
            {t('paper.reserve')}
          </Button>
        </form>
        {ranges.length > 0 && (
          <div className="paper-row" role="group" aria-label={t('paper.reserved')}>
            <Text size="sm">{t('paper.reserved')}:</Text>
            {ranges.map(range => (
              <Button
                key={range.from}
                size="compact-sm"
                variant={range.from === chosen?.from ? 'outline' : 'default'}
                aria-pressed={range.from === chosen?.from}
                onClick={() => choose(range)}
              >
                {t('paper.range', { ...range, time: dayAndTime(range.at) })}
              </Button>
            ))}
          </div>
        )}
        {chosen && (
          <div className="paper-row">
            <NumberInput
              size="xs"
              w="7rem"
              label={t('paper.from')}
              value={from}
              min={chosen.from}
              max={chosen.to}
              onChange={setFrom}
            />
            <NumberInput
              size="xs"
              w="7rem"
              label={t('paper.to')}
              value={to}
              min={chosen.from}
              max={chosen.to}
              onChange={setTo}
            />
            <NativeSelect
              size="xs"
              label={t('paper.format')}
              data={FORMATS.map(value => ({ value, label: t(`paper.formats.${value}`) }))}
              value={format}
              onChange={event => setFormat(event.currentTarget.value as Format)}
            />
            <Button size="xs" disabled={slips === 0} onClick={() => window.print()}>
              {t('paper.print')}
            </Button>
            <Text size="sm" role="status">
              {t('paper.pages', { slips, pages: sheets.length })}
            </Text>
          </div>
        )}
      </div>
      {sheets.length > 0 && (
        <div className="paper-preview" role="region" aria-label={t('paper.title')} tabIndex={0}>
          {sheets.map(numbers => (
            <div key={numbers[0]} className="sheet" data-format={format}>
              {numbers.map(number => (
                <BlankSlip key={number} number={number} program={program} format={format} />
              ))}
            </div>
          ))}
        </div>
      )}
    </main>
  )
}
