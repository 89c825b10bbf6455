// A member's program: the public client `midjourney`, pointed at the playground by its own options and otherwise as it is.
// It makes a grid, takes one picture of it, varies one and draws the grid anew; each step is printed as one line of JSON.

import { Midjourney } from 'midjourney';

const { DISCORD_ORIGIN, MEMBER_TOKEN, SERVER_ID, CHANNEL_ID, BOT_ID, PROMPT } = process.env;
console.info = console.log = (...words) => console.error(...words);

const client = new Midjourney({
  SalaiToken: MEMBER_TOKEN,
  ServerId: SERVER_ID,
  ChannelId: CHANNEL_ID,
  BotId: BOT_ID,
  Ws: true,
  DiscordBaseUrl: DISCORD_ORIGIN,
  WsBaseUrl: `${DISCORD_ORIGIN.replace('http', 'ws')}/gateway/?encoding=json&v=9`,
});

async function step(name, work) {
  const progress = [];
  const message = await work((uri, fraction) => progress.push({ uri, fraction }));
  const { id, flags, hash, content, uri, options } = message;
  process.stdout.write(`${JSON.stringify({ step: name, progress, id, flags, hash, content, uri, options })}\n`);
  return message;
}

await client.Connect();
const grid = await step('imagine', (loading) => client.Imagine(PROMPT, loading));
const { id: msgId, flags, hash, content } = grid;
await step('upscale', (loading) => client.Upscale({ index: 2, msgId, flags, hash, content, loading }));
await step('variation', (loading) => client.Variation({ index: 3, msgId, flags, hash, content, loading }));
await step('reroll', (loading) => client.Reroll({ msgId, flags, hash, content, loading }));
client.Close();
process.exit(0);
