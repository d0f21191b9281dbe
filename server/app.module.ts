import { type DynamicModule, Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core'
import { StandardSchemaValidationPipe } from '@nestjs/common'
import { AccessGuard } from './access/access.guard.js'
import { AccessModule } from './access/access.module.js'
import { AuditModule } from './audit/audit.module.js'
import { BackupModule } from './backup/backup.module.js'
import { CallersModule } from './callers/callers.module.js'
import { DatabaseModule } from './database/database.module.js'
import { invalidRequest } from './errors/error-body.js'
import { ErrorsModule } from './errors/errors.module.js'
import { HttpErrorFilter } from './errors/http-error.filter.js'
import { HealthModule } from './health/health.module.js'
import { LedgerModule } from './ledger/ledger.module.js'
import { HouseModule } from './lists/house.module.js'
import { LiveModule } from './live/live.module.js'
import { MessagesModule } from './messages/messages.module.js'
import { MetricsModule } from './metrics/metrics.module.js'
import { PagesController } from './pages/pages.js'
import { ProgramsModule } from './programs/programs.module.js'
import { QuestionsModule } from './questions/questions.module.js'
import { ScreensModule } from './screens/screens.module.js'
import { SeedModule } from './seed/seed.module.js'
import type { Settings } from './settings/settings.js'
import { SettingsModule } from './settings/settings.module.js'

/** The whole server, on a database that is migrated already. */
@Module({})
export class AppModule {
  static with(settings: Settings, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.with(settings),
        DatabaseModule.at(databaseUrl),
        MetricsModule,
        ErrorsModule,
        LedgerModule,
        AuditModule,
        AccessModule,
        ProgramsModule,
        QuestionsModule,
        CallersModule,
        ScreensModule,
        MessagesModule,
        HouseModule,
        HealthModule,
        LiveModule,
        SeedModule,
        BackupModule,
      ],
      controllers: [PagesController],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useExisting: HttpErrorFilter },
        {
          provide: APP_PIPE,
          useFactory: () => new StandardSchemaValidationPipe({ exceptionFactory: invalidRequest }),
        },
      ],
    }
  }
}
