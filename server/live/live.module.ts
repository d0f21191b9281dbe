import { Module } from '@nestjs/common'
import { LiveAudiences } from './live.audiences.js'
import { LiveBeside } from './live.beside.js'
import { LiveFeed } from './live.feed.js'
import { LiveFigures } from './live.figures.js'
import { LiveGauges } from './live.gauges.js'
import { LiveGateway } from './live.gateway.js'
import { LiveGlass } from './live.glass.js'
import { LiveHandshake } from './live.handshake.js'
import { LiveJoin } from './live.join.js'
import { LiveKicks } from './live.kicks.js'
import { LivePulse } from './live.pulse.js'
import { LiveRooms } from './live.rooms.js'
import { LiveRows } from './live.rows.js'
import { LiveSnapshots } from './live.snapshot.js'
import { Presence } from './presence.js'
import { MessagesModule } from '../messages/messages.module.js'
import { ScreensModule } from '../screens/screens.module.js'
import { HealthModule } from '../health/health.module.js'
import { ProgramsModule } from '../programs/programs.module.js'

@Module({
  imports: [ScreensModule, MessagesModule, ProgramsModule, HealthModule],
  providers: [
    LiveRooms,
    LiveAudiences,
    LiveRows,
    LiveFeed,
    LiveFigures,
    LiveGauges,
    LiveGlass,
    LiveSnapshots,
    LiveJoin,
    LiveHandshake,
    LiveKicks,
    LiveBeside,
    LivePulse,
    LiveGateway,
    Presence,
  ],
})
export class LiveModule {}
