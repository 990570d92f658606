export type {
  EmulatedApi,
  EmulatedOnomondo,
  EmulatedSuperSim,
  EmulatedUsage,
  Emulator,
  OnomondoOperation,
  SuperSimOperation,
  UsageOperation,
} from "./emulator.ts";
export type {
  ApiOptions,
  EmulatorOptions,
  OnomondoAuthScheme,
  OnomondoOptions,
  SuperSimOptions,
  TwilioOptions,
  UsageOptions,
} from "./emulator-options.ts";
export type {
  AnswerFault,
  CutFault,
  DelayFault,
  Fault,
  FaultSchedule,
  Progress,
  RepeatFault,
  StallFault,
  TransportFault,
  TruncateFault,
} from "./faults/fault.ts";
export type { ActiveFault, FaultBoard } from "./faults/fault-board.ts";
export type { LoggedRequest } from "./http/request-log.ts";
export { startEmulator } from "./start-emulator.ts";
export type { TwilioAccount } from "./twilio/twilio-account.ts";
