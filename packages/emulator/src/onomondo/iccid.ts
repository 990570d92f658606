const ISSUER = "8945738730";

/** The 20 digits of a card: issuer, SIM id, check digit. */
export function iccidOf(simId: string): string {
  const digits = ISSUER + simId;
  return digits + luhn(digits);
}

/** The SIM id within an ICCID; undefined when the card is of another issuer or the check digit is wrong. */
export function simIdOf(iccid: string): string | undefined {
  const simId = iccid.slice(ISSUER.length, -1);
  return iccidOf(simId) === iccid ? simId : undefined;
}

function luhn(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[index]);
    const doubled = (digits.length - index) % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}
