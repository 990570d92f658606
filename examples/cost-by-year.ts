// What a Twilio account spent in each year. Prices stay text: a float would lose digits.
import { createTwilioUsage } from "@usagewire/twilio";

const usage = createTwilioUsage();
const years = usage.paginate("/2010-04-01/Accounts/{AccountSid}/Usage/Records/Yearly.json", {
  params: { query: { Category: "totalprice" } },
});

for await (const { start_date, price, price_unit } of years) {
  console.log(start_date?.slice(0, 4), price, price_unit);
}
