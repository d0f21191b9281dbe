import { type DynamicModule, Module } from '@nestjs/common'
import type { Settings } from './settings.js'
import { SETTINGS } from './settings.token.js'

@Module({})
export class SettingsModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: SettingsModule,
      global: true,
      providers: [{ provide: SETTINGS, useValue: settings }],
      exports: [SETTINGS],
    }
  }
}
