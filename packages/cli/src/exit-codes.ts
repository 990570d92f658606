/** How the command ends, as its help documents it. */
export const EXIT = {
  /** Also when the reader of the output went away: `usagewire pull … | head`. */
  done: 0,
  /** The provider, the network, or the disk failed. */
  failed: 1,
  /** The command line or the credentials are wrong; nothing was requested. */
  usage: 2,
  /** SIGINT; SIGTERM is 143. */
  interrupted: 130,
  terminated: 143,
} as const;

export const exitCodesHelp = `Exit codes:
  0    done, or the reader of the output went away
  1    the provider, the connection or the output failed
  2    wrong arguments or missing credentials
  130  interrupted by Ctrl-C (143: by SIGTERM)
`;
