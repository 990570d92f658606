/** Makes the calls, some at once, and hands over what they came to in the order in which they were begun. */
export async function callAll(
  { calls, atOnce }: { readonly calls: number; readonly atOnce: number },
  call: () => Promise<number>,
  add: (bytes: number) => void,
): Promise<void> {
  const worker = async (share: number) => {
    for (let made = 0; made < share; made += 1) add(await call());
  };
  await Promise.all(Array.from({ length: atOnce }, () => worker(calls / atOnce)));
}
