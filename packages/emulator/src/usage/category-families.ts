/**
 * Categories that are counted and priced alike. A name contains those that continue it: `sms` contains
 * `sms-inbound`.
 */
export interface CategoryFamily {
  readonly countUnit: string;
  readonly usageUnit: string;
  /** Hundredths of a usage unit for each count. */
  readonly usagePerCount: number;
  /** Hundred-thousandths of a US dollar for each count. */
  readonly pricePerCount: number;
  readonly names: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * About a hundred of the several hundred categories that Twilio has had. Of the prices only the order of
 * magnitude is right.
 */
export const CATEGORY_FAMILIES: readonly CategoryFamily[] = [
  {
    countUnit: "calls",
    usageUnit: "minutes",
    usagePerCount: 270,
    pricePerCount: 2295,
    names: words(`
      calls calls-client calls-globalconference calls-inbound calls-inbound-local calls-inbound-mobile
      calls-inbound-tollfree calls-outbound calls-sip calls-sip-inbound calls-sip-outbound`),
  },
  {
    countUnit: "recordings",
    usageUnit: "minutes",
    usagePerCount: 410,
    pricePerCount: 1025,
    names: words(`
      calls-recordings recordings transcriptions trunking-recordings`),
  },
  {
    countUnit: "messages",
    usageUnit: "messages",
    usagePerCount: 100,
    pricePerCount: 750,
    names: words(`
      sms sms-inbound sms-inbound-longcode sms-inbound-shortcode sms-messages-carrierfees sms-outbound
      sms-outbound-content-inspection sms-outbound-longcode sms-outbound-shortcode`),
  },
  {
    countUnit: "messages",
    usageUnit: "messages",
    usagePerCount: 100,
    pricePerCount: 2000,
    names: words(`
      mms mms-inbound mms-inbound-longcode mms-inbound-shortcode mms-messages-carrierfees mms-outbound
      mms-outbound-longcode mms-outbound-shortcode`),
  },
  {
    countUnit: "numbers",
    usageUnit: "numbers",
    usagePerCount: 100,
    pricePerCount: 3333,
    names: words(`
      phonenumbers phonenumbers-cps phonenumbers-emergency phonenumbers-local phonenumbers-mobile
      phonenumbers-setups phonenumbers-tollfree`),
  },
  {
    countUnit: "short codes",
    usageUnit: "short codes",
    usagePerCount: 100,
    pricePerCount: 166_666,
    names: words(`
      shortcodes shortcodes-customerowned shortcodes-mms-enablement shortcodes-mps shortcodes-random
      shortcodes-uk shortcodes-vanity`),
  },
  {
    countUnit: "calls",
    usageUnit: "minutes",
    usagePerCount: 310,
    pricePerCount: 1550,
    names: words(`
      trunking-cps trunking-emergency-calls trunking-origination trunking-origination-local
      trunking-origination-mobile trunking-origination-tollfree trunking-secure trunking-termination`),
  },
  {
    countUnit: "devices",
    usageUnit: "megabytes",
    usagePerCount: 1250,
    pricePerCount: 125_000,
    names: words(`
      wireless wireless-orders wireless-usage wireless-usage-commands wireless-usage-data`),
  },
  {
    countUnit: "requests",
    usageUnit: "requests",
    usagePerCount: 100,
    pricePerCount: 500,
    names: words(`
      carrier-lookups lookups monitor monitor-reads monitor-storage monitor-writes`),
  },
  {
    countUnit: "files",
    usageUnit: "gigabytes",
    usagePerCount: 3,
    pricePerCount: 50,
    names: words(`
      mediastorage recordingstorage video-recordings`),
  },
  {
    countUnit: "tasks",
    usageUnit: "tasks",
    usagePerCount: 100,
    pricePerCount: 7500,
    names: words(`
      proxy proxy-active-sessions studio-engagements taskrouter-tasks`),
  },
  {
    countUnit: "sessions",
    usageUnit: "megabytes",
    usagePerCount: 840,
    pricePerCount: 336,
    names: words(`
      turnmegabytes turnmegabytes-australia turnmegabytes-brasil turnmegabytes-germany turnmegabytes-india
      turnmegabytes-ireland turnmegabytes-japan turnmegabytes-singapore turnmegabytes-useast
      turnmegabytes-uswest`),
  },
  {
    countUnit: "participants",
    usageUnit: "minutes",
    usagePerCount: 1130,
    pricePerCount: 1695,
    names: words(`
      group-rooms-participant-minutes peer-to-peer-rooms-participant-minutes pv-room-participants
      pv-room-participants-au1 pv-room-participants-br1 pv-room-participants-ie1 pv-room-participants-jp1
      pv-room-participants-sg1 pv-room-participants-us1 pv-room-participants-us2 small-group-rooms`),
  },
  {
    countUnit: "actions",
    usageUnit: "actions",
    usagePerCount: 100,
    pricePerCount: 4500,
    names: words(`
      authy-authentications authy-calls-outbound authy-monthly-fees authy-phone-intelligence
      authy-phone-verifications authy-sms-outbound notify notify-actions-attempts notify-channels
      verify-push`),
  },
  {
    countUnit: "actions",
    usageUnit: "actions",
    usagePerCount: 100,
    pricePerCount: 10,
    names: words(`
      sync-actions sync-endpoint-hours`),
  },
];

/** The category whose price is that of all others together; it is not counted. */
export const TOTAL_PRICE = "totalprice";
