import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { Id } from '#protocol/ids.js'
import {
  ListQuestions,
  LogQuestion,
  MoveQuestion,
  NoteAnswer,
  OrderQuestion,
  ReservePaper,
  ReviseQuestion,
  SearchArchive,
} from '#protocol/question.js'
import { FindSimilar } from '#protocol/similar.js'
import type { AccountActor } from '../access/actor.js'
import { Allow, CurrentActor } from '../access/allow.js'
import { QuestionLogService } from './question-log.service.js'
import { QuestionMovesService } from './question-moves.service.js'
import { QuestionOrderService } from './question-order.service.js'
import { QuestionReaderService } from './question-reader.service.js'
import { QuestionSimilarService } from './question-similar.service.js'

@Controller('api')
export class QuestionsController {
  constructor(
    private readonly logs: QuestionLogService,
    private readonly moves: QuestionMovesService,
    private readonly orders: QuestionOrderService,
    private readonly reader: QuestionReaderService,
    private readonly similar: QuestionSimilarService,
  ) {}

  @Post('programs/:programId/questions')
  @Allow('secretary', 'moderator')
  async log(
    @CurrentActor() actor: AccountActor,
    @Param('programId', { schema: Id }) programId: Id,
    @Body({ schema: LogQuestion }) slip: LogQuestion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { replayed, ...logged } = await this.logs.log(actor, programId, slip)
    void reply.status(replayed ? 200 : 201)
    return logged
  }

  @Get('programs/:programId/questions')
  @Allow('secretary', 'moderator', 'producer')
  list(
    @CurrentActor() actor: AccountActor,
    @Param('programId', { schema: Id }) programId: Id,
    @Query({ schema: ListQuestions }) asked: ListQuestions,
  ) {
    return this.reader.list(actor, programId, asked)
  }

  @Post('programs/:programId/similar')
  @HttpCode(200)
  @Allow('secretary', 'moderator')
  findSimilar(
    @CurrentActor() actor: AccountActor,
    @Param('programId', { schema: Id }) programId: Id,
    @Body({ schema: FindSimilar }) asked: FindSimilar,
  ) {
    return this.similar.find(actor, programId, asked)
  }

  @Post('programs/:programId/order')
  @HttpCode(200)
  @Allow('moderator')
  order(
    @CurrentActor() actor: AccountActor,
    @Param('programId', { schema: Id }) programId: Id,
    @Body({ schema: OrderQuestion }) command: OrderQuestion,
  ) {
    return this.orders.order(actor, programId, command)
  }

  @Post('programs/:programId/paper-ranges')
  @HttpCode(200)
  @Allow('secretary')
  reservePaper(
    @CurrentActor() actor: AccountActor,
    @Param('programId', { schema: Id }) programId: Id,
    @Body({ schema: ReservePaper }) command: ReservePaper,
  ) {
    return this.logs.reservePaper(actor, programId, command)
  }

  @Get('questions')
  @Allow('secretary', 'moderator')
  archive(@CurrentActor() actor: AccountActor, @Query({ schema: SearchArchive }) asked: SearchArchive) {
    return this.reader.archive(actor, asked)
  }

  @Patch('questions/:questionId')
  @Allow('secretary', 'moderator')
  revise(
    @CurrentActor() actor: AccountActor,
    @Param('questionId', { schema: Id }) questionId: Id,
    @Body({ schema: ReviseQuestion }) command: ReviseQuestion,
  ) {
    return this.moves.revise(actor, questionId, command)
  }

  @Post('questions/:questionId/moves')
  @HttpCode(200)
  @Allow('secretary', 'moderator')
  move(
    @CurrentActor() actor: AccountActor,
    @Param('questionId', { schema: Id }) questionId: Id,
    @Body({ schema: MoveQuestion }) command: MoveQuestion,
  ) {
    return this.moves.move(actor, questionId, command)
  }

  @Put('questions/:questionId/answer')
  @Allow('secretary', 'moderator')
  noteAnswer(
    @CurrentActor() actor: AccountActor,
    @Param('questionId', { schema: Id }) questionId: Id,
    @Body({ schema: NoteAnswer }) command: NoteAnswer,
  ) {
    return this.orders.noteAnswer(actor, questionId, command)
  }

  @Get('questions/:questionId/history')
  @Allow('secretary', 'moderator')
  history(@CurrentActor() actor: AccountActor, @Param('questionId', { schema: Id }) questionId: Id) {
    return this.reader.history(actor, questionId)
  }
}
