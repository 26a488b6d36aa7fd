import { expect, test } from 'vitest'
import { conversionsOf, ROBIN, tap } from '../conversions.ts'
import { need } from '../kit.ts'
import { nodeSdk, served } from './served.ts'

test('facebook-nodejs-business-sdk makes a dataset, and sends events that it hashes itself', async () => {
  const { url, kit } = await served('ready-to-send')
  const { fbclid } = await tap(kit)
  const token = need(kit.tokens.client_business)
  const { WhatsAppBusinessAccount, EventRequest, ServerEvent, UserData, CustomData } = nodeSdk(url, token)
  const { id } = await new WhatsAppBusinessAccount(need(kit.names.waba)).createDataset([], { dataset_name: 'Juniper' })
  const now = Math.floor(kit.world().now / 1000)
  const event = (user: object) =>
    new ServerEvent()
      .setEventName('Purchase')
      .setEventTime(now)
      .setActionSource('website')
      .setEventSourceUrl('https://juniper.example/spring')
      .setUserData(user)
      .setCustomData(new CustomData().setCurrency('usd').setValue(9.5))
  const events = [new UserData().setFbc(`fb.1.${kit.world().now}.${fbclid}`), new UserData().setPhone(`+${ROBIN}`)]
  for (const dataset of [id, need(kit.names.pixel)]) {
    const request = new EventRequest(token, dataset).setEvents(events.map(event))
    const response = await request.execute()
    expect(response.events_received).toBe(2)
    expect(response.fbtrace_id).toMatch(/^A[\w-]{22}$/)
  }
  expect(conversionsOf(kit)).toEqual({ '2026-03-02': { website_purchase: 4, website_purchase_values: 38 } })
})
