export const HELP = `usagewire-emulator [options]

Serves the usage APIs of Twilio and Onomondo on 127.0.0.1 until it is interrupted, and prints
their addresses and the credentials that open them.

  --seed TEXT              what all data follow from (default: usagewire)
  --now TIME               the providers' clock, ISO 8601 (default: the time of the start)
  --supersim-port PORT     a fixed port (default: a free one)
  --usage-port PORT
  --onomondo-port PORT
  --supersim-sims COUNT    SIMs of the Super SIM account (default: 48)
  --onomondo-sims COUNT    SIMs of the Onomondo organization (default: 8)
  --onomondo-auth SCHEME   raw, bearer or both (default: raw)
  --latency MS             what each answer takes (default: 0)
  --faults SHARE           of the answers, 0 to 1, that go wrong at random (default: 0)
  --help
`;
