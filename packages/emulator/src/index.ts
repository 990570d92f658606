export {
  type AsyncDisposableIfKnown,
  type EmulatedOnomondo,
  type EmulatedSuperSim,
  type EmulatedUsage,
  type Emulator,
  type RunningEmulators,
  startEmulator,
} from "./emulator.ts";
export type {
  ActiveFault,
  AnswerFault,
  CutFault,
  DelayFault,
  Fault,
  FaultInjector,
  FaultSchedule,
  RepeatFault,
  ResponsePart,
  StallFault,
  TransportFault,
  TruncateFault,
} from "./faults/faults.ts";
export type { LoggedRequest } from "./http/middleware.ts";
export type { EmulatedApi } from "./http/server.ts";
export type { OnomondoOperation } from "./onomondo/api.ts";
export type { OnomondoSim } from "./onomondo/sims.ts";
export type {
  ApiOptions,
  EmulatorOptions,
  OnomondoAuthScheme,
  OnomondoOptions,
  SuperSimOptions,
  TwilioOptions,
  UsageOptions,
} from "./options.ts";
export type { SuperSimOperation } from "./supersim/api.ts";
export type { SuperSim, SuperSimFleet, SuperSimNetwork } from "./supersim/fleet.ts";
export type { TwilioAccount } from "./twilio/account.ts";
export type { UsageOperation } from "./usage/api.ts";
export type { RESOURCES, Resource, ResourceSuffix } from "./usage/resources.ts";
