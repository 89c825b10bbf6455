// A member's program: the public client `midjourney`, pointed at the playground by its own options and otherwise as it is.
// It walks one of three ways, and prints each step as one line of JSON: `grid` makes a grid, takes one picture of it, varies one and
// draws the grid anew; `after` reads what is set and used, and goes on from a picture by itself; `read` has a picture described and
// a prompt shortened, and draws what a picture was described with.

import { readFile } from 'node:fs/promises';
import { Midjourney } from 'midjourney';

const { DISCORD_ORIGIN, MEMBER_TOKEN, SERVER_ID, CHANNEL_ID, BOT_ID, PROMPT, PICTURE, WAY } = process.env;
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

function tell(step, told) {
  process.stdout.write(`${JSON.stringify({ step, ...told })}\n`);
}

async function step(name, work) {
  const progress = [];
  const message = await work((uri, fraction) => progress.push({ uri, fraction }));
  const { id, flags, hash, content, uri, options } = message;
  tell(name, { progress, id, flags, hash, content, uri, options });
  return message;
}

function at({ id, flags, hash, content }) {
  return { msgId: id, flags, hash, content };
}

// The client has no method for /blend; it is put together of those that its own methods are made of.
async function blend(uris, loading) {
  const images = [];
  for (const [number, uri] of uris.entries()) {
    const blob = await (await fetch(uri)).blob();
    images.push(await client.MJApi.UploadImageByBole(blob, `${number + 1}.png`));
  }
  const options = images.map(({ id }, number) => ({ type: 11, name: `image${number + 1}`, value: id }));
  const attachments = images.map(({ id, filename, upload_filename }) => ({ id, filename, uploaded_filename: upload_filename }));
  const nonce = String((BigInt(Date.now()) - 1420070400000n) << 22n);
  const data = await client.MJApi.commandData('blend', options, attachments);
  await client.MJApi.safeIteractions(client.MJApi.data2Paylod(data, nonce));
  return client.wsClient.waitImageMessage({ nonce, loading });
}

// Nor has it one for the window of a described prompt; these are the calls that Custom makes for others.
async function drawDescribed(described, number, loading) {
  const { MJApi, wsClient } = client;
  const custom = described.options.find(({ custom: id }) => id.endsWith(`PicReader::${number}`)).custom;
  const prompt = described.descriptions[number - 1].replace(/^\S+ /, '');
  const nonce = () => String((BigInt(Date.now()) - 1420070400000n) << 22n);
  const pressed = nonce();
  await MJApi.CustomApi({ msgId: described.id, customId: custom, flags: described.flags, nonce: pressed });
  const onmodal = async (_nonce, id) => {
    const sent = nonce();
    await MJApi.DescribeImagineApi({ msgId: id, customId: `MJ::Picreader::Modal::${number}`, prompt, nonce: sent });
    return sent;
  };
  return wsClient.waitImageMessage({ nonce: pressed, loading, messageId: described.id, prompt, onmodal });
}

const ways = {
  async read() {
    const described = await client.DescribeByBlob(new Blob([await readFile(PICTURE)], { type: 'image/png' }));
    tell('blob', described);
    tell('uri', await client.Describe(described.uri));
    tell('shorten', await client.Shorten(PROMPT));
    await step('drawn', (loading) => drawDescribed(described, 2, loading));
  },
  async grid() {
    const grid = await step('imagine', (loading) => client.Imagine(PROMPT, loading));
    await step('upscale', (loading) => client.Upscale({ index: 2, ...at(grid), loading }));
    await step('variation', (loading) => client.Variation({ index: 3, ...at(grid), loading }));
    await step('reroll', (loading) => client.Reroll({ ...at(grid), loading }));
  },
  async after() {
    tell('info', await client.Info());
    tell('settings', { options: (await client.Settings()).options });
    const grid = await step('imagine', (loading) => client.Imagine(PROMPT, loading));
    const single = await step('upscale', (loading) => client.Upscale({ index: 1, ...at(grid), loading }));
    await step('zoom', (loading) => client.ZoomOut({ level: '2x', ...at(single), loading }));
    await step('vary', (loading) => client.ZoomOut({ level: 'low', ...at(single), loading }));
    const customId = `MJ::CustomZoom::${single.hash}`;
    await step('custom', (loading) =>
      client.Custom({ ...at(single), customId, content: `${PROMPT} in snow --zoom 1.5`, loading }),
    );
    await step('blend', (loading) => blend([grid.uri, single.uri], loading));
  },
};

await client.Connect();
await client.MJApi.allCommand(); // by name; else it takes the first command that there is for any
await ways[WAY]();
client.Close();
process.exit(0);
