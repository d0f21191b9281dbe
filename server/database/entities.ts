import {
  AccountEntity,
  AccountRoleEntity,
  SessionEntity,
  SignInFailureEntity,
} from '../access/access.entities.js'
import { AuditEntryEntity } from '../audit/audit-entry.entity.js'
import { LedgerEntryEntity, WipedCommandEntity } from '../ledger/ledger-entry.entity.js'
import { HouseEntryEntity } from '../lists/house-entry.entity.js'
import { PresenceEntity } from '../live/presence.entity.js'
import { MessageEntity } from '../messages/message.entity.js'
import { ProgramEntity, ProgramEntryEntity, SpeakerEntity } from '../programs/program.entity.js'
import { QuestionEntity, QuestionWordingEntity } from '../questions/question.entity.js'
import {
  ScreenEntity,
  ScreenPaintingEntity,
  ScreenResponseEntity,
  ScreenShowingEntity,
  WrongCodeEntity,
} from '../screens/screen.entity.js'

/** Every table, named one by one: a glob finds different files in the sources and in the build. */
export const ENTITIES = [
  AccountEntity,
  AccountRoleEntity,
  SessionEntity,
  SignInFailureEntity,
  ProgramEntity,
  ProgramEntryEntity,
  SpeakerEntity,
  HouseEntryEntity,
  QuestionEntity,
  QuestionWordingEntity,
  LedgerEntryEntity,
  WipedCommandEntity,
  AuditEntryEntity,
  ScreenEntity,
  ScreenPaintingEntity,
  ScreenShowingEntity,
  ScreenResponseEntity,
  WrongCodeEntity,
  PresenceEntity,
  MessageEntity,
]
