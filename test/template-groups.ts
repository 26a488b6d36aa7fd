import type { Response } from 'supertest'
import { expect } from 'vitest'
import { type Kit, need } from './kit.ts'

export const idOf = (kit: Kit, name = 'template'): string => need(kit.names[name])

/** Asks for a group of the first template, or for what is said. */
export function group(kit: Kit, more: object = {}): Promise<Response> {
  const whatsapp_business_templates = [Number(idOf(kit))]
  return kit.graph('POST', '/{waba}/template_groups', {
    body: { name: 'Spring', whatsapp_business_templates, ...more },
  })
}

/** Makes a group and gives its id. */
export async function grouped(kit: Kit, more: object = {}): Promise<string> {
  const { status, body } = await group(kit, more)
  expect({ status, body }).toEqual({ status: 200, body: { id: expect.stringMatching(/^\d{16}$/) } })
  return body.id
}

export const change = (kit: Kit, id: string, body: object): Promise<Response> => kit.graph('POST', `/${id}`, { body })

/** The names of the templates of a group. */
export async function membersOf(kit: Kit, id: string): Promise<string[]> {
  const { body } = await kit.graph('GET', `/${id}`)
  return body.whatsapp_business_templates.data.map(({ name }: { name: string }) => name)
}
