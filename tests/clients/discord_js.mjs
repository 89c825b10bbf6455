// The small bot with discord.js, pointed at the playground by its public `rest` options.

import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';

const api = process.env.DISCORD_API;
const cdn = new URL('/cdn', api).href;
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api, cdn, mediaProxy: cdn } });

const PICTURE = {
  name: 'picture',
  description: 'Give a picture back.',
  options: [
    { type: ApplicationCommandOptionType.Attachment, name: 'image', description: 'The picture', required: true },
    {
      type: ApplicationCommandOptionType.String,
      name: 'style',
      description: 'How',
      choices: [{ name: 'Plain', value: 'plain' }, { name: 'Bold', value: 'bold' }],
    },
    { type: ApplicationCommandOptionType.String, name: 'subject', description: 'What', autocomplete: true },
  ],
};

function buttons({ isDone = false } = {}) {
  const again = new ButtonBuilder().setCustomId('again').setLabel('Again').setStyle(ButtonStyle.Primary);
  const words = new ButtonBuilder().setCustomId('words').setLabel('Words').setStyle(ButtonStyle.Secondary);
  const sizes = ['small', 'large'].map((size) => ({ label: size, value: size }));
  return [
    new ActionRowBuilder().addComponents(again.setDisabled(isDone), words),
    new ActionRowBuilder().addComponents(new StringSelectMenuBuilder().setCustomId('size').addOptions(sizes)),
  ];
}

async function picture(interaction) {
  await interaction.deferReply();
  const sent = await fetch(interaction.options.getAttachment('image', true).url);
  const body = Buffer.from(await sent.arrayBuffer());
  const style = interaction.options.getString('style') ?? 'plain';
  const subject = interaction.options.getString('subject') ?? 'nothing';
  await interaction.editReply({
    content: `${subject} in ${style}: ${body.length} bytes`,
    files: [{ attachment: body, name: 'answer.png' }],
    components: buttons(),
  });
}

async function suggest(interaction) {
  const typed = interaction.options.getFocused();
  await interaction.respond(['tree', 'house'].map((thing) => ({ name: `${typed} ${thing}`, value: `${typed}-${thing}` })));
}

async function openModal(interaction) {
  const text = new TextInputBuilder().setCustomId('text').setLabel('Which words?').setStyle(TextInputStyle.Short);
  const row = new ActionRowBuilder().addComponents(text);
  await interaction.showModal(new ModalBuilder().setCustomId('words').setTitle('Words').addComponents(row));
}

async function answer(interaction) {
  if (interaction.isChatInputCommand()) return picture(interaction);
  if (interaction.isAutocomplete()) return suggest(interaction);
  if (interaction.isStringSelectMenu()) return interaction.update({ content: `size: ${interaction.values[0]}` });
  if (interaction.isModalSubmit()) {
    const content = `words: ${interaction.fields.getTextInputValue('text')}`;
    return interaction.reply({ content, flags: MessageFlags.Ephemeral });
  }
  if (interaction.customId === 'words') return openModal(interaction);
  return interaction.update({ content: 'again', components: buttons({ isDone: true }) });
}

client.once(Events.ClientReady, () => client.application.commands.set([PICTURE]));
client.on(Events.InteractionCreate, answer);
process.once('SIGTERM', () => client.destroy());
await client.login(process.env.DISCORD_TOKEN);
