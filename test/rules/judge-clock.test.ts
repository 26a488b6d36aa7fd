import { expect, test } from 'vitest'
import { judge } from '../../contracts/judge.ts'
import { sent, story } from './story.ts'

test('a history whose clock stands still is not judged by rules about waits', () => {
  const history = story(sent('a'), sent('b'))
  const found = (clock: 'running' | 'still') => judge({ ...history, clock }).map(({ rule }) => rule)
  expect(found('running')).toContain('sent-twice')
  expect(found('still')).not.toContain('sent-twice')
})
