import type { KnownDrift } from './known-drift.ts'

/** What the contracts have and Meta's OpenAPI description of v23.0 does not. */
export const leftOutDrifts: readonly KnownDrift[] = [
  {
    reason: "The description shows only some of the fields that Meta's SDK specs and guides have.",
    sources: ['codegen'],
    of: {
      'field GET Business':
        'created_time; link; marketing_messages_onboarding_status; two_factor_type; verification_status; vertical; whatsapp_business_manager_messaging_limit; created_by; block_offline_analytics; collaborative_ads_managed_partner_business_info; collaborative_ads_managed_partner_eligibility; collaborative_ads_partner_premium_options; extended_updated_time; user_access_expire_time; vertical_id; is_hidden; payment_account_id; primary_page; profile_picture_uri; updated_by; updated_time',
      'field GET Business/client_whatsapp_business_accounts': 'summary',
      'field GET Business/owned_whatsapp_business_accounts': 'summary',
      'field GET Application/connected_client_businesses': 'summary',
      'field GET SystemUser/assigned_whatsapp_business_accounts': 'summary',
      'field POST WhatsAppBusinessAccountToNumberCurrentStatus/marketing_messages': 'contacts/*/user_id',
      'field POST WhatsAppBusinessAccountToNumberCurrentStatus/messages': 'contacts/*/user_id; success',
      'field GET WhatsAppBusinessAccountToNumberCurrentStatus':
        'platform_type; throughput; webhook_configuration; last_onboarded_time; health_status; is_on_biz_app; is_pin_enabled; new_display_name; new_name_status; search_visibility; username; whatsapp_business_manager_messaging_limit',
      'field GET WhatsAppBusinessAccountToNumberCurrentStatus/settings': 'user_identity_change',
      'field GET WhatsAppBusinessAccount/phone_numbers': 'summary',
      'field GET WhatsAppBusinessHSM':
        'parameter_format; previous_category; sub_category; message_send_ttl_seconds; correct_category; quality_score; rejected_reason; cta_url_link_tracking_opted_out; degrees_of_freedom_spec; optimization_spec; bid_spec; library_template_name; last_updated_time; health_status; ad_account_id; ad_campaign_id; ad_adset_id; ad_id',
      'field GET WhatsAppBusinessAccount/message_templates': 'paging/next; paging/previous; summary',
      'field GET WhatsAppBusinessAccount':
        'message_template_namespace; analytics; auth_international_rate_eligibility; creation_time; disable_marketing_messages_on_cloud_api; health_status; is_shared_with_partners; linked_commerce_account; marketing_messages_lite_api_status; marketing_messages_onboarding_status; on_behalf_of_business_info/status; on_behalf_of_business_info/type; owner_business; owner_business_info; primary_business_location; primary_funding_id; status; template_auto_archival_enabled; whatsapp_business_manager_messaging_limit',
      'field POST WhatsAppBusinessAccount': 'id',
    },
  },
  {
    reason: "The description shows only some of the parameters that Meta's SDK specs and guides have.",
    sources: ['codegen'],
    of: {
      'param GET Business/client_whatsapp_business_accounts': 'filtering; sort',
      'param GET Business/owned_whatsapp_business_accounts': 'filtering; sort',
      'param POST WhatsAppBusinessAccountToNumberCurrentStatus/marketing_messages':
        'recipient; template/namespace; template/components/*/cards; recipient_identity_key_hash; biz_opaque_callback_data; bid_spec',
      'param POST WhatsAppBusinessAccountToNumberCurrentStatus/media': 'type',
      'param POST WhatsAppBusinessAccountToNumberCurrentStatus/messages':
        'recipient; template/namespace; template/components/*/cards; recipient_identity_key_hash; biz_opaque_callback_data; message_activity_sharing; bid_spec; status; message_id; typing_indicator',
      'param POST WhatsAppBusinessAccountToNumberCurrentStatus/settings':
        'storage_configuration/status; storage_configuration/data_localization_region; user_identity_change/enable_identity_key_check',
      'param GET Graph/whatsapp_business/attachments': 'mid; ext; hash',
      'param GET WhatsAppBusinessAccount/phone_numbers': 'sort/*',
      'param POST WhatsAppBusinessHSM':
        'parameter_format; message_send_ttl_seconds; cta_url_link_tracking_opted_out; degrees_of_freedom_spec; bid_spec; optimization_spec',
      'param GET WhatsAppBusinessAccount/message_templates':
        'content; name_or_content; language; category; status; quality_score; source; since; until',
      'param POST WhatsAppBusinessAccount/message_templates':
        'allow_category_change; creative_sourcing_spec; display_format; sub_category; send_type; library_template_name; library_template_body_inputs; library_template_button_inputs; parameter_format; message_send_ttl_seconds; cta_url_link_tracking_opted_out; degrees_of_freedom_spec; bid_spec; optimization_spec',
      'param DELETE WhatsAppBusinessAccount/message_templates': 'hsm_ids',
      'param POST WhatsAppBusinessAccount':
        'disable_marketing_messages_on_cloud_api; degrees_of_freedom_spec; is_enabled_for_insights; template_auto_archival_enabled',
    },
  },
  {
    reason: 'Values that captures or other pages of Meta have; the description lists only some.',
    sources: ['codegen'],
    of: {
      'field GET Business/client_whatsapp_business_accounts': 'data/*/ownership_type -ON_BEHALF_OF,SELF',
      'field GET Business/owned_whatsapp_business_accounts': 'data/*/ownership_type -ON_BEHALF_OF,SELF',
      'param POST WhatsAppBusinessAccountToNumberCurrentStatus/marketing_messages':
        'template/components/*/type -CAROUSEL,FOOTER,LIMITED_TIME_OFFER,ORDER_STATUS,carousel,footer,limited_time_offer,order_status',
      'param POST WhatsAppBusinessAccountToNumberCurrentStatus/messages':
        'template/components/*/type -CAROUSEL,FOOTER,LIMITED_TIME_OFFER,ORDER_STATUS,carousel,footer,limited_time_offer,order_status',
      'field GET WhatsAppBusinessAccountToNumberCurrentStatus':
        'quality_rating -UNKNOWN; code_verification_status -EXPIRED,NOT_VERIFIED; status -BANNED,DELETED',
      'field GET WhatsAppBusinessAccountToNumberCurrentStatus/settings':
        'storage_configuration/status -DEFAULT,IN_COUNTRY_STORAGE_ENABLED',
      'field GET WhatsAppBusinessAccountToNumberCurrentStatus/whatsapp_business_profile':
        'data/*/business_profile/vertical -',
      'param POST WhatsAppBusinessAccountToNumberCurrentStatus/whatsapp_business_profile': 'vertical -',
      'field GET WhatsAppBusinessAccount/phone_numbers':
        'data/*/status -CONNECTED,DISCONNECTED,FLAGGED; data/*/quality_rating -UNKNOWN; data/*/code_verification_status -EXPIRED,NOT_VERIFIED',
      'field GET WhatsAppBusinessAccount': 'ownership_type -ON_BEHALF_OF,SELF',
    },
  },
  {
    reason:
      'The description leaves out what the guides of the product, the Conversions API and other pages of Meta have.',
    sources: ['codegen'],
    of: {
      'operation GET':
        'Application; Application/permissions; Application/roles; Business/system_users; SystemUser; WhatsAppBusinessAccount/degrees_of_freedom_spec; WhatsAppBusinessAccount/analytics; WhatsAppBusinessAccount/conversation_analytics; WhatsAppBusinessAccount/pricing_analytics; WhatsAppBusinessAccount/template_analytics; WhatsAppBusinessAccount/template_group_analytics; Application/subscriptions; Graph/oauth/access_token; Graph/oauth/revoke; Graph/debug_token; Business/owned_ad_accounts; Graph/ads/ads_insights/export_report; WhatsAppBusinessAccount/message_template_previews; WhatsAppBusinessAccount/template_groups; WhatsAppBusinessAccount/dataset',
      'operation POST':
        'Business/system_user_access_tokens; Application/subscriptions; Application/uploads; WhatsAppBusinessHSM/unpause; WhatsAppBusinessAccount/message_templates/archive; WhatsAppBusinessAccount/message_templates/unarchive; WhatsAppBusinessAccount/upsert_message_templates; WhatsAppBusinessAccount/template_groups; WhatsAppBusinessAccount/dataset; WhatsAppBusinessAccountToNumberCurrentStatus/smb_app_data; Business/access_token; Business/system_users; SystemUser/access_tokens; SystemUser/applications',
      'operation DELETE': 'Application/subscriptions',
    },
  },
]
