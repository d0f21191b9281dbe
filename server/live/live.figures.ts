import { Injectable } from '@nestjs/common'
import { Metrics, type Tally } from '../metrics/metrics.js'
import type { Audience } from '../questions/question.presenter.js'
import type { Press } from './key-to-glass.js'

const KEY_TO_GLASS = [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 15]
const COMMITS = [0.001, 0.002, 0.003, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

type Observer = { observe(seconds: number): void }

/** What the live side counts while it works; what it is asked for stands in `live.gauges.ts`. */
@Injectable()
export class LiveFigures {
  /** Patches, once for each socket that was sent one. */
  readonly patches: Record<Audience | 'screen' | 'overlay', Tally>
  /** Sockets that were cut off. */
  readonly cut: Record<'slow' | 'flood' | 'ended', Tally>
  readonly receipts: Tally
  private readonly glass: Record<Press, Observer>
  private readonly commits = new Map<string, Observer>()
  private readonly commit

  constructor(metrics: Metrics) {
    this.patches = metrics.counters(
      'doithoai_patches_sent_total',
      'Patches, once for each socket that was sent one, by audience.',
      'audience',
      ['moderator', 'secretary', 'producer', 'screen', 'overlay'],
    )
    this.cut = metrics.counters(
      'doithoai_sockets_cut_total',
      'Sockets that were cut: too much unread (slow), too much said (flood), session or screen ended (ended).',
      'reason',
      ['slow', 'flood', 'ended'],
    )
    this.receipts = metrics.counter(
      'doithoai_receipts_total',
      'Receipts of screens that said what stands on their glass.',
    )
    const glass = metrics.durations(
      'doithoai_key_to_glass_seconds',
      'From the beginning of an approval or a take until a screen that was there said that it stands on its glass.',
      KEY_TO_GLASS,
      ['move'],
    )
    for (const move of ['approve', 'take'] as const) glass.zero({ move })
    this.glass = { approve: glass.labels('approve'), take: glass.labels('take') }
    this.commit = metrics.durations(
      'doithoai_command_duration_seconds',
      'From the beginning of a command’s transaction, once it was its turn, until it was committed here.',
      COMMITS,
      ['command'],
    )
  }

  keyToGlass(press: Press, milliseconds: number): void {
    this.glass[press].observe(milliseconds / 1000)
  }

  /** `type` is the ledger's word for what happened, one of a closed list. */
  committed(type: string, milliseconds: number): void {
    const known = this.commits.get(type) ?? this.commit.labels(type)
    this.commits.set(type, known)
    known.observe(Math.max(0, milliseconds) / 1000)
  }
}
