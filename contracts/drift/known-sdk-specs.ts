import type { KnownDrift } from './known-drift.ts'

/** Where Meta's SDK specs and the contracts differ. */
export const sdkDrifts: readonly KnownDrift[] = [
  {
    reason: 'Ads of other kinds: the ad account that onboarding makes is read-only, and has ads of templates alone.',
    sources: ['measure-conversion: read-only ad account'],
    of: {
      'operation GET':
        'Ad/adrules_governed; AdAccount/account_controls; AdAccount/ad_place_page_sets; AdAccount/ad_saved_keywords; AdAccount/ad_studies; AdAccount/adcloudplayables; AdAccount/adcreatives; AdAccount/adcreativesbylabels; AdAccount/adimages; AdAccount/adlabels; AdAccount/adplayables; AdAccount/adrules_history; AdAccount/adrules_library; AdAccount/ads_reporting_mmm_reports; AdAccount/ads_reporting_mmm_schedulers; AdAccount/ads_volume; AdAccount/adsbylabels; AdAccount/adsetsbylabels; AdAccount/adspixels; AdAccount/advertisable_applications; AdAccount/advideos; AdAccount/affectedadsets; AdAccount/agencies; AdAccount/applications; AdAccount/assigned_users; AdAccount/async_requests; AdAccount/asyncadcreatives; AdAccount/asyncadrequestsets; AdAccount/audience_funnel; AdAccount/broadtargetingcategories; AdAccount/businessprojects; AdAccount/campaignsbylabels; AdAccount/connected_instagram_accounts; AdAccount/connected_instagram_accounts_with_iabp; AdAccount/conversion_goals; AdAccount/customaudiences; AdAccount/customaudiencestos; AdAccount/customconversions; AdAccount/delivery_estimate; AdAccount/deprecatedtargetingadsets; AdAccount/dsa_recommendations; AdAccount/generatepreviews; AdAccount/impacting_ad_studies; AdAccount/instagram_accounts; AdAccount/ios_fourteen_campaign_limits; AdAccount/matched_search_applications; AdAccount/max_bid; AdAccount/mcmeconversions; AdAccount/minimum_budgets; AdAccount/onbehalf_requests; AdAccount/promote_pages; AdAccount/publisher_block_lists; AdAccount/reachestimate; AdAccount/reachfrequencypredictions; AdAccount/recommendations; AdAccount/saved_audiences; AdAccount/subscribed_apps; AdAccount/targetingbrowse; AdAccount/targetingsearch; AdAccount/targetingsentencelines; AdAccount/targetingsuggestions; AdAccount/targetingvalidation; AdAccount/tracking; AdAccount/users; AdAccount/value_rule_set; AdAccount/video_ads; AdSet/ad_studies; AdSet/adrules_governed; AdSet/asyncadrequests; AdSet/budget_schedules; AdsDataset; AdsInsights; Campaign/ad_studies; Campaign/budget_schedules',
      'operation POST':
        'AdAccount/account_controls; AdAccount/ad_place_page_sets; AdAccount/ad_place_page_sets_async; AdAccount/adcreatives; AdAccount/adimages; AdAccount/adlabels; AdAccount/adplayables; AdAccount/adrules_library; AdAccount/adspixels; AdAccount/advideos; AdAccount/agencies; AdAccount/assigned_users; AdAccount/async_batch_requests; AdAccount/asyncadcreatives; AdAccount/asyncadrequestsets; AdAccount/block_list_drafts; AdAccount/brand_safety_content_filter_levels; AdAccount/customaudiences; AdAccount/customaudiencestos; AdAccount/customconversions; AdAccount/product_audiences; AdAccount/publisher_block_lists; AdAccount/reachfrequencypredictions; AdAccount/recommendations; AdAccount/subscribed_apps; AdAccount/tracking; AdAccount/value_rule_set; AdAccount/value_rule_set_translation; AdAccount/video_ads',
      'operation DELETE':
        'AdAccount/adimages; AdAccount/advideos; AdAccount/agencies; AdAccount/assigned_users; AdAccount/subscribed_apps; AdAccount/usersofanyaudience',
    },
  },
  {
    reason: 'Filters of ads by time, which lists of read-only ads do not have yet.',
    sources: ['codegen'],
    of: {
      'param GET AdAccount/ads': 'date_preset; time_range; updated_since',
      'param GET AdAccount/adsets': 'date_preset; is_completed; time_range; updated_since',
      'param GET AdAccount/campaigns': 'date_preset; is_completed; time_range',
      'param GET AdSet/ads': 'date_preset; time_range; updated_since',
      'param GET Business/owned_ad_accounts': 'include_shared_ad_accounts; search_query',
      'param GET Campaign/ads': 'date_preset; time_range; updated_since',
      'param GET Campaign/adsets': 'date_preset; is_completed; time_range',
    },
  },
  {
    reason:
      'Pages, catalogs, credit, verification and other things of a business are no part of the Marketing Messages API.',
    sources: ['codegen'],
    of: {
      'operation DELETE':
        'Application/accounts; Business/ad_accounts; Business/instagram_accounts; Business/managed_partner_businesses; Business/pages; WhatsAppBusinessPreVerifiedPhoneNumber',
      'operation GET':
        'Application/accounts; Application/ad_placement_groups; Application/adnetwork_placements; Application/adnetworkanalytics; Application/adnetworkanalytics_results; Application/aem_attribution; Application/aem_conversion_configs; Application/aem_conversion_filter; Application/agencies; Application/android_dialog_configs; Application/app_capi_settings; Application/app_event_types; Application/app_installed_groups; Application/appassets; Application/authorized_adaccounts; Application/button_auto_detection_device_selection; Application/cloudbridge_settings; Application/da_checks; Application/iap_purchases; Application/ios_dialog_configs; Application/linked_dataset; Application/mobile_sdk_gk; Application/monetized_digital_store_objects; Application/object_types; Application/objects; Application/products; Application/purchases; Application/server_domain_infos; Application/sgw_dataset_status; Application/sgw_install_deferral_link; Application/threat_privacy_groups_member; Application/threat_privacy_groups_owner; Business/ad_account_infos; Business/ad_custom_derived_metrics; Business/ad_studies; Business/adnetworkanalytics; Business/adnetworkanalytics_results; Business/ads_reporting_mmm_reports; Business/ads_reporting_mmm_schedulers; Business/adspixels; Business/an_placements; Business/business_invoices; Business/businessprojects; Business/client_instagram_assets; Business/client_offsite_signal_container_business_objects; Business/client_pixels; Business/client_product_catalogs; Business/collaborative_ads_collaboration_requests; Business/collaborative_ads_suggested_partners; Business/commerce_merchant_settings; Business/cpas_business_setup_config; Business/cpas_merchant_config; Business/creditcards; Business/event_source_groups; Business/extendedcreditapplications; Business/initiated_audience_sharing_requests; Business/instagram_accounts; Business/instagram_business_accounts; Business/managed_partner_ads_funding_source_details; Business/openbridge_configurations; Business/owned_instagram_accounts; Business/owned_instagram_assets; Business/owned_offsite_signal_container_business_objects; Business/owned_pixels; Business/partner_account_linking; Business/passback_attribution_metadata_configs; Business/pending_shared_offsite_signal_container_business_objects; Business/received_audience_sharing_requests; Business/reseller_guidances; Business/third_party_measurement_report_dataset; MarketingMessagesOnboardingStatus; WhatsAppBusinessHealthStatus; WhatsAppBusinessHealthStatusForMessageSend; WhatsAppBusinessPreVerifiedPhoneNumber; WhatsAppBusinessPreVerifiedPhoneNumber/partners; WhatsAppBusinessProfile',
      'operation POST':
        'Application/accounts; Application/activities; Application/adnetworkanalytics; Application/aem_conversions; Application/aem_skan_readiness; Application/aggregate_revenue; Application/app_indexing; Application/app_indexing_session; Application/app_push_device_token; Application/assets; Application/codeless_event_mappings; Application/domain_reports; Application/mmp_auditing; Application/monetized_digital_store_objects; Application/occludespopups; Application; Business/ad_review_requests; Business/ad_studies; Business/adnetwork_applications; Business/adnetworkanalytics; Business/adspixels; Business/block_list_drafts; Business/bm_review_requests; Business/claim_custom_conversions; Business/cpas_business_setup_config; Business/creative_folders; Business/customconversions; Business/event_source_groups; Business/images; Business/managed_partner_business_setup; Business/managed_partner_businesses; Business/openbridge_configurations; Business/partner_premium_options; Business/pixel_tos; Business/setup_managed_partner_adaccounts; Business/videos; Business; WhatsAppBusinessPreVerifiedPhoneNumber/request_code; WhatsAppBusinessPreVerifiedPhoneNumber/verify_code; WhatsAppBusinessProfile',
    },
  },
  {
    reason:
      'Keys of mobile apps, apps behind a proxy, and the making of a system user out of another: no page says what they do.',
    sources: ['codegen'],
    of: {
      'param GET Application/permissions': 'android_key_hash; ios_bundle_id; proxied_app_id',
      'param POST Business/system_users': 'system_user_id',
    },
  },
  {
    reason: 'Ids are integers in SDK specs; on the wire they are texts, and both are read.',
    sources: ['codegen'],
    of: {
      'param POST Business/system_user_access_tokens': 'system_user_id type integer',
      'param DELETE WhatsAppBusinessAccount/assigned_users': 'user type integer',
      'param POST WhatsAppBusinessAccount/assigned_users': 'user type integer',
    },
  },
  {
    reason: 'A guide, the OpenAPI description or published clients have it.',
    sources: ['system-user-tokens', 'openapi'],
    of: {
      'field GET SystemUser': 'client_business_id; role',
      'operation GET': 'SystemUser/permissions; SystemUser/adaccounts',
      'operation POST': 'Dataset/events',
    },
  },
]
