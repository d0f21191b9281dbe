import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { createDataSource } from './data-source.js'
import { Database } from './database.js'
import { DatabaseAddress, Notifications } from './notifications.js'

/** The database of the program, already migrated, for whoever asks. */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  static at(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: DatabaseAddress, useValue: { url } },
        { provide: DataSource, useFactory: () => createDataSource(url).initialize() },
        Database,
        Notifications,
      ],
      exports: [DataSource, Database, Notifications],
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy()
  }
}
