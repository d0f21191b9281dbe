import { Injectable } from '@nestjs/common'
import { rolesIn } from '../access/actor.js'
import { Readiness } from '../health/readiness.js'
import { Metrics } from '../metrics/metrics.js'
import { audienceOf } from '../questions/question.presenter.js'
import { LiveFeed } from './live.feed.js'
import { LiveGlass } from './live.glass.js'
import { LiveRooms, type LiveSocket } from './live.rooms.js'

const NOBODY = {
  moderator: 0,
  secretary: 0,
  producer: 0,
  panel: 0,
  speaker: 0,
  host: 0,
  overlay: 0,
  joining: 0,
}

/** What the live side says of itself when somebody asks: who is connected, and how far the feed is. */
@Injectable()
export class LiveGauges {
  constructor(
    metrics: Metrics,
    readiness: Readiness,
    private readonly rooms: LiveRooms,
    feed: LiveFeed,
    glass: LiveGlass,
  ) {
    readiness.feedIsBehind(() => feed.isBehind())
    metrics.gauges(
      'doithoai_sockets',
      'Sockets connected to this instance, by audience; joining: not yet in a programme.',
      'audience',
      () => this.sockets(),
    )
    metrics.gauge(
      'doithoai_screens_not_right',
      'Screens connected here that for three seconds have not said that they show the question on air.',
      () => glass.notRight(),
    )
    metrics.gauge(
      'doithoai_feed_programs',
      'Programmes that somebody connected here watches.',
      () => feed.followed().length,
    )
    metrics.gauge(
      'doithoai_feed_lag_revisions',
      'Revisions that were committed and are not announced here yet, of the programme that lacks most.',
      () => feed.lag().revisions,
    )
    metrics.gauge(
      'doithoai_feed_lag_seconds',
      'How long this instance has been behind what was committed; 0 when it is not.',
      () => feed.lag().seconds,
    )
    metrics.gauge(
      'doithoai_feed_proof_age_seconds',
      'Since the database was last asked how far every programme is; asked every two seconds.',
      () => feed.lag().proofAge,
    )
  }

  private sockets(): Record<string, number> {
    const counted: Record<string, number> = { ...NOBODY }
    for (const socket of this.rooms.all()) counted[audienceAt(socket)]! += 1
    return counted
  }
}

function audienceAt({ data: { actor, programId, screen } }: LiveSocket): keyof typeof NOBODY {
  if (!programId) return 'joining'
  if (actor.kind === 'screen') return screen?.kind ?? 'joining'
  return audienceOf(rolesIn(actor, programId)) ?? 'joining'
}
