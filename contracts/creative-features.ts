/** What Meta may change about a marketing message to make it do better. @see sources send-marketing-messages */
export const creativeFeatures = [
  'image_brightness_and_contrast',
  'image_touchups',
  'add_text_overlay',
  'image_animation',
  'image_background_gen',
  'auto_promotion_tag',
  'text_extraction_for_headline',
  'text_extraction_for_tap_target',
  'product_extensions',
  'text_formatting_optimization',
] as const

export type CreativeFeature = (typeof creativeFeatures)[number]
