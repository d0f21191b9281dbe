import { describe, expect, it } from 'vitest'
import { SettingsFault, readSettings } from '../../server/settings/settings.js'

const POSTGRES = 'postgres://desk:secret-word@db:5432/doithoai'

function fault(environment: Record<string, string>): string {
  try {
    readSettings(environment)
    return ''
  } catch (error) {
    if (error instanceof SettingsFault) return error.message
    throw error
  }
}

const demo = (environment: Record<string, string>) => readSettings(environment).demo

describe('the settings', () => {
  it('are complete when nothing was said', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      loopback: true,
      databaseUrl: undefined,
      dataDir: '.data',
      backupDir: '.backup',
      backupKeepDays: 30,
      demo: true,
      publicOrigins: [],
      trustProxy: undefined,
      logLevel: 'warn',
    })
  })

  it('count an empty one as not said', () => {
    const names = [
      'PORT',
      'HOST',
      'DATABASE_URL',
      'DATA_DIR',
      'BACKUP_DIR',
      'BACKUP_KEEP_DAYS',
      'DEMO',
      'PUBLIC_ORIGIN',
      'TRUST_PROXY',
      'METRICS_TOKEN',
      'LOG_LEVEL',
    ]
    expect(readSettings(Object.fromEntries(names.map(name => [name, ''])))).toEqual(readSettings({}))
  })

  it('are what was said', () => {
    expect(
      readSettings({
        PORT: '8080',
        HOST: '0.0.0.0',
        DATABASE_URL: POSTGRES,
        DATA_DIR: '/var/lib/doithoai',
        BACKUP_DIR: '/mnt/backup',
        BACKUP_KEEP_DAYS: '90',
        DEMO: '1',
        PUBLIC_ORIGIN: ' https://dai.example.vn/ , http://LAN:3000/desk ',
        TRUST_PROXY: '10.0.0.0/8, 127.0.0.1',
        METRICS_TOKEN: 'chi-prometheus-biet',
        LOG_LEVEL: 'debug',
        PATH: '/usr/bin',
      }),
    ).toEqual({
      port: 8080,
      host: '0.0.0.0',
      loopback: false,
      databaseUrl: POSTGRES,
      dataDir: '/var/lib/doithoai',
      backupDir: '/mnt/backup',
      backupKeepDays: 90,
      demo: true,
      publicOrigins: ['https://dai.example.vn', 'http://lan:3000'],
      trustProxy: '10.0.0.0/8, 127.0.0.1',
      metricsToken: 'chi-prometheus-biet',
      logLevel: 'debug',
    })
  })

  it('take a number of proxies for hops', () => {
    expect(readSettings({ TRUST_PROXY: '1' }).trustProxy).toBe(1)
    expect(readSettings({ TRUST_PROXY: 'loopback' }).trustProxy).toBe('loopback')
  })

  it.each(['127.0.0.1', '::1', 'localhost'])('keep %s to this machine', HOST => {
    expect(readSettings({ HOST }).loopback).toBe(true)
  })

  it('show the demo by default only with the embedded database on this machine', () => {
    expect(demo({ HOST: '0.0.0.0' })).toBe(false)
    expect(demo({ DATABASE_URL: POSTGRES })).toBe(false)
    expect(demo({ DATABASE_URL: POSTGRES, HOST: '0.0.0.0' })).toBe(false)
    for (const on of ['1', 'true'])
      expect(demo({ DATABASE_URL: POSTGRES, HOST: '0.0.0.0', DEMO: on })).toBe(true)
    for (const off of ['0', 'false']) expect(demo({ DEMO: off })).toBe(false)
  })

  it.each([
    ['PORT', 'cổng'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'mysql://db/doithoai'],
    ['DATABASE_URL', 'secret-word'],
    ['DEMO', 'yes'],
    ['PUBLIC_ORIGIN', 'dai.example.vn'],
    ['PUBLIC_ORIGIN', 'https://dai.example.vn,ftp://kho'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.0/99'],
    ['TRUST_PROXY', '-1'],
    ['METRICS_TOKEN', 'secret-word with spaces'],
    ['LOG_LEVEL', 'loud'],
  ])('name %s when it cannot be used, and do not repeat what was typed', (name, value) => {
    expect(fault({ [name]: value })).toMatch(new RegExp(`^${name}`))
    expect(fault({ [name]: value })).not.toContain('secret-word')
  })

  it('say in Vietnamese and in English what is wrong with it', () => {
    expect(fault({ DATABASE_URL: 'x' })).toBe('DATABASE_URL: URL không hợp lệ / Invalid URL')
    expect(fault({ TRUST_PROXY: 'true' })).toBe(
      'TRUST_PROXY: không phải địa chỉ, mạng, hay số chặng / neither addresses and networks nor a number of hops',
    )
  })

  it('name every one that cannot be used', () => {
    expect(
      fault({ PORT: 'a', DEMO: 'b' })
        .split('\n')
        .map(line => line.split(':')[0]),
    ).toEqual(['PORT', 'DEMO'])
  })
})
